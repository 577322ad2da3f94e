import { type JsonValue, ProviderEvents, ProviderStatus } from '@openfeature/server-sdk'
import { expect, vi } from 'vitest'
import type { World } from './world.fixture.ts'

type Table = readonly (readonly string[])[]
type Step = (world: World, words: readonly string[], table: Table) => unknown

/** A value as the scenarios write it. */
function read(type: string, text: string): JsonValue {
  const kind = type.toLowerCase()
  if (kind === 'boolean') return text === 'true'
  if (kind === 'string') return text
  return JSON.parse(text.replaceAll('\\"', '"'))
}

const value = (world: World): JsonValue | undefined => world.details?.value

const ask: Step = (world, [type = '', key = '', otherwise = '']) => {
  Object.assign(world, { type, key, otherwise: read(type, otherwise) })
}

const askNow: Step = async (world, [type = '', key = '', otherwise]) => {
  const given = otherwise === undefined ? null : read(type, otherwise)
  Object.assign(world, { type, key, otherwise: given })
  await world.evaluate()
}

const valueIs: Step = (world, [type = '', text = '']) => expect(value(world)).toEqual(read(type, text))

const template: Step = (world, [title]) =>
  expect(value(world)).toMatchObject({ showImages: true, title, imagesPerPage: 100 })

const events: Readonly<Record<string, ProviderEvents>> = {
  ready: ProviderEvents.Ready,
  error: ProviderEvents.Error,
  change: ProviderEvents.ConfigurationChanged,
}

const statuses: Readonly<Record<string, ProviderStatus>> = {
  ready: ProviderStatus.READY,
  error: ProviderStatus.ERROR,
}

const listen: Step = (world, [kind = '']) => {
  const event = events[kind] ?? ProviderEvents.Stale
  const heard: World['events'] extends Map<string, infer H> ? H : never = []
  world.events.set(kind, heard)
  world.client.addHandler(event, (details) => {
    heard.push(details)
  })
}

const heard: Step = (world, [kind = '']) =>
  vi.waitFor(() => expect(world.events.get(kind)?.length).toBeGreaterThan(0))

/** Ends a flight with an arm that everybody gets from then on. */
const modify: Step = async ({ running }) => {
  const signed = { by: 'tester', reason: 'the scenario says so' }
  const arms = { foo: { variant: 'foo' }, bar: { variant: 'bar' } }
  const flight = { name: 'changing', about: 'bar', decision: 'changing-flag', arms, share: 1 }
  await running?.startFlight({ ...flight, ...signed })
  await running?.stopFlight('changing', { keep: 'bar', ...signed })
}

const addContext: Step = ({ context }, [key = '', type = '', text = '']) => {
  context[key] = read(type, text) as string
}

const fieldsOfDetails: Readonly<Record<string, string>> = {
  flag_key: 'flagKey',
  value: 'value',
  variant: 'variant',
  reason: 'reason',
  error_code: 'errorCode',
}

const hookTold: Step = ({ told }, [stages = ''], [, ...rows]) => {
  const expected = Object.fromEntries(
    rows.map(([type = '', key = '', text = '']) => [
      fieldsOfDetails[key],
      text === 'null' || text === 'None' ? undefined : read(type, text),
    ]),
  )
  for (const stage of stages.split(', ')) {
    const details = told.get(stage) ?? {}
    expect(
      Object.fromEntries(Object.keys(expected).map((field) => [field, Reflect.get(details, field)])),
    ).toEqual(expected)
  }
}

const metadataHas: Step = ({ details }, _, [, ...rows]) => {
  const expected = rows.map(([key = '', type = '', text = '']) => [key, read(type, text)])
  expect(details?.flagMetadata).toEqual(Object.fromEntries(expected))
}

const addAtLevel: Step = ({ levels }, [key = '', text = '', level = '']) => {
  levels[level] = { ...levels[level], [key]: text }
}

const addDownTo: Step = (world, [last = '', key = '']) => {
  const until = world.precedence.indexOf(last)
  for (const level of world.precedence.slice(0, until + 1)) addAtLevel(world, [key, level, level], [])
}

const evaluateLevels: Step = async (world) => {
  Object.assign(world.context, await world.evaluateLevels())
}

/** Every step, by its words. */
const steps: readonly (readonly [RegExp, Step])[] = [
  [/^a stable provider$/, (world) => world.start()],
  [/^a stable provider with retrievable context is registered$/, (world) => world.start()],
  [/^a (not ready|error|fatal) provider$/, (world, [why]) => world.startBroken(why as 'error')],
  [/^a unavailable provider$/, (world) => world.startBroken('error')],
  [/^a client with added hook$/, (world) => world.client.addHooks(world.hook('own'))],
  [/^an? (\w+)-flag with key "(.*)" and a (?:default|fallback) value "(.*)"$/, ask],
  [/^a context containing a key "(.*)", with type "(.*)" and with value "(.*)"$/, addContext],
  [
    /^a context containing a key "(.*)" with null value$/,
    ({ context }, [key = '']) => {
      context[key] = null
    },
  ],
  [
    /^a context containing a targeting key with value "(.*)"$/,
    ({ context }, [key = '']) => {
      context.targetingKey = key
    },
  ],
  [/^the flag was evaluated with details$/, (world) => world.evaluate()],
  [
    /^the resolved details value should be "(.*)"$/,
    (world, [text = '']) => valueIs(world, [world.type, text], []),
  ],
  [/^the reason should be "(.*)"$/, ({ details }, [reason]) => expect(details?.reason).toBe(reason)],
  [/^the variant should be "([^"]*)"$/, ({ details }, [variant]) => expect(details?.variant).toBe(variant)],
  [/^the flag key should be "(.*)"$/, ({ details }, [key]) => expect(details?.flagKey).toBe(key)],
  [
    /^the error-code should be "(.*)"$/,
    ({ details }, [code = '']) => expect(details?.errorCode ?? '').toBe(code),
  ],
  [
    /^the error message should contain "(.*)"$/,
    ({ details }, [text = '']) => expect(details?.errorMessage).toContain(text),
  ],
  [/^no exception should have been thrown$/, ({ details }) => expect(details).toBeDefined()],
  [/^the resolved metadata should contain$/, metadataHas],
  [/^the resolved metadata is empty$/, ({ details }) => expect(details?.flagMetadata).toEqual({})],
  [
    /^the resolved object value should contain$/,
    (world, _, [, ...rows]) =>
      expect(value(world)).toEqual(
        Object.fromEntries(rows.map(([key = '', type = '', text = '']) => [key, read(type, text)])),
      ),
  ],
  [
    /^the provider status should be "(.*)"$/,
    ({ client }, [status]) => expect(client.providerStatus).toBe(status),
  ],
  [
    /^the provider metadata name should not be empty$/,
    ({ provider }) => expect(provider?.metadata.name).not.toBe(''),
  ],

  [
    /^evaluation options containing specific hooks$/,
    (world) => {
      world.hooks = [world.hook('first'), world.hook('second')]
    },
  ],
  [
    /^the flag was evaluated with details using the evaluation options$/,
    (world) => world.evaluate({ hooks: world.hooks }),
  ],
  [/^the specified hooks should execute during evaluation$/, ({ staged }) => expect(staged).toHaveLength(6)],
  [
    /^the hook order should be maintained$/,
    ({ staged }) =>
      expect(staged).toEqual([
        ...['first before', 'second before'],
        ...['second after', 'first after', 'second finally', 'first finally'],
      ]),
  ],
  [
    /^the "(before|error)" hook should have been executed$/,
    ({ staged }, [stage]) => expect(staged).toContain(`own ${stage}`),
  ],
  [/^the "(.*)" hooks should be called with evaluation details$/, hookTold],

  [
    /^an evaluation context with modifiable data$/,
    ({ context }) => {
      Object.assign(context, { email: 'a@b.example', tags: ['a', 'b'] })
    },
  ],
  [
    /^the original evaluation context should remain unmodified$/,
    ({ context }) => expect(context).toEqual({ email: 'a@b.example', tags: ['a', 'b'] }),
  ],
  [
    /^the evaluation details should be immutable$/,
    ({ details }) => expect(Object.isFrozen(details?.flagMetadata)).toBe(true),
  ],
  [
    /^the flag was evaluated with details asynchronously$/,
    (world) => {
      const evaluating = world.evaluating()
      expect(evaluating).toBeInstanceOf(Promise)
      expect(world.details).toBeUndefined()
      world.evaluated = evaluating
    },
  ],
  [
    /^the evaluation should complete without blocking$/,
    async (world) => {
      world.details = await world.evaluated
    },
  ],

  [/^a (ready|error|change|stale) event handler$/, listen],
  [/^the (ready|error|change) event handler should have been executed(?: within 10000ms)?$/, heard],
  [
    /^the client should be in (ready|error) state$/,
    ({ client }, [status = '']) => expect(client.providerStatus).toBe(statuses[status]),
  ],
  [
    /^the resolved value is remembered$/,
    (world) => {
      world.remembered = value(world)
    },
  ],
  [/^the flag was modified$/, modify],
  [
    /^the flag should be part of the event payload$/,
    ({ events, key }) => expect(events.get('change')?.[0]?.flagsChanged).toContain(key),
  ],
  [
    /^the resolved details value should have changed$/,
    (world) => expect(value(world)).not.toEqual(world.remembered),
  ],

  [/^A context entry with key "(.*)" and value "(.*)" is added to the "(.*)" level$/, addAtLevel],
  [
    /^A table with levels of increasing precedence$/,
    (world, _, table) => {
      world.precedence = table.flat()
    },
  ],
  [
    /^Context entries for each level from API level down to the "(.*)" level, with key "(.*)" and value ".*"$/,
    addDownTo,
  ],
  [/^Some flag was evaluated$/, evaluateLevels],
  [
    /^The merged context contains an entry with key "(.*)" and value "(.*)"$/,
    ({ context }, [key = '', text]) => expect(context[key]).toBe(text),
  ],

  [
    /^an? (boolean|string|integer|float|object) flag with key "(.*)" is evaluated with (?:details and )?(?:default value "?([^"]*)"?|a null default value)$/,
    askNow,
  ],
  [
    /^a non-existent (string) flag with key "(.*)" is evaluated with details and a default value "(.*)"$/,
    askNow,
  ],
  [
    /^a string flag with key "(.*)" is evaluated as an (integer), with details and a default value (.*)$/,
    (world, [key = '', type = '', text = '']) => askNow(world, [type, key, text], []),
  ],
  [/^the resolved (\w+) value should be "?([^"]*)"?$/, valueIs],
  [
    /^the resolved (\w+) details value should be "?([^"]*)"?, the variant should be "(.*)", and the reason should be "(.*)"$/,
    (world, [type = '', text = '', variant, reason]) => {
      valueIs(world, [type, text], [])
      expect(world.details).toMatchObject({ variant, reason })
    },
  ],
  [
    /^the resolved object (?:details )?value should be contain fields "showImages", "title", and "imagesPerPage", with values "true", "(.*)" and 100, respectively$/,
    template,
  ],
  [
    /^the variant should be "(.*)", and the reason should be "(.*)"$/,
    ({ details }, [variant, reason]) => expect(details).toMatchObject({ variant, reason }),
  ],
  [
    /^context contains keys "fn", "ln", "age", "customer" with values "(.*)", "(.*)", 29, "false"$/,
    ({ context }, [fn = '', ln = '']) => {
      Object.assign(context, { fn, ln, age: 29, customer: false })
    },
  ],
  [
    /^a flag with key "(.*)" is evaluated with default value "(.*)"$/,
    (world, [key = '', text = '']) => askNow(world, ['string', key, text], []),
  ],
  [
    /^the resolved string response should be "(.*)"$/,
    (world, [text = '']) => valueIs(world, ['string', text], []),
  ],
  [
    /^the resolved flag value is "(.*)" when the context is empty$/,
    async ({ client, key }, [text]) => expect(await client.getStringValue(key, 'none', {})).toBe(text),
  ],
  [
    /^the default (?:string|integer) value should be returned$/,
    (world) => expect(value(world)).toBe(world.otherwise),
  ],
  [
    /^the reason should indicate an error and the error code should indicate a .* with "(.*)"$/,
    ({ details }, [errorCode]) => expect(details).toMatchObject({ reason: 'ERROR', errorCode }),
  ],
]

/** The first step whose words a text has; a text that none fits is a mistake of this table. */
export function stepFor(text: string): { readonly run: Step; readonly words: readonly string[] } {
  for (const [pattern, run] of steps) {
    const found = pattern.exec(text)
    if (found !== null) return { run, words: found.slice(1) }
  }
  throw new Error(`No step says: ${text}`)
}
