import { type FlagValue, flag } from '@holon/flags'
import { decision, defineSystem, open, policy, type Running } from 'holon'
import { z } from 'zod'

/** The flags that the scenarios of the specification speak of, each a decision. */

const nothing = { context: z.object({}), example: {} }
const template = { showImages: true, title: 'Check out these pics!', imagesPerPage: 100 }

/** Always the same. */
const fixed = <const N extends string, V extends FlagValue>(
  name: string,
  values: Readonly<Record<N, V>>,
  fallback: NoInfer<N>,
) => flag(name, { ...nothing, does: 'stays as it is', values, fallback })

/** Of the value it would have anyway where the email is the right one. */
const targeted = <V extends FlagValue>(name: string, zero: V, other: V) =>
  flag(name, {
    does: 'looks at the email',
    context: z.object({ email: z.string().nullish() }),
    example: {},
    values: { zero, 'non-zero': other, default: zero },
    fallback: 'default',
    serve: ({ email }) => (email === 'ballmer@macrosoft.com' ? 'zero' : 'default'),
  })

/** Everybody meets the experience that has no value. */
const disabled = <V>(name: string, type: z.ZodType<V>, value: V) =>
  decision(name, {
    ...nothing,
    does: 'is switched off',
    experiences: {
      off: { style: 'silent' },
      on: {
        style: 'organize',
        parameters: z.object({ value: type }),
        fill: () => ({ value }),
      },
    },
    policy: policy('off', (_: null) => ({ off: 1 })),
    fallback: 'off',
    feedback: {},
    mistakes: [],
  })

const switches = [
  fixed('boolean-flag', { on: true, off: false }, 'on'),
  fixed('string-flag', { greeting: 'hi', parting: 'bye' }, 'greeting'),
  fixed('integer-flag', { one: 1, ten: 10 }, 'ten'),
  fixed('float-flag', { tenth: 0.1, half: 0.5 }, 'half'),
  fixed('object-flag', { empty: {}, template }, 'template'),
  fixed('boolean-zero-flag', { zero: false, 'non-zero': true }, 'zero'),
  fixed('string-zero-flag', { zero: '', 'non-zero': 'str' }, 'zero'),
  fixed('integer-zero-flag', { zero: 0, 'non-zero': 1 }, 'zero'),
  fixed('float-zero-flag', { zero: 0, 'non-zero': 1 }, 'zero'),
  fixed('object-zero-flag', { zero: {}, 'non-zero': template }, 'zero'),
  fixed('metadata-flag', { on: true, off: false }, 'on'),
  fixed('wrong-flag', { one: 'uno', two: 'dos' }, 'one'),
  fixed('changing-flag', { foo: 'foo', bar: 'bar' }, 'foo'),
]

const looking = [
  targeted('boolean-targeted-zero-flag', false, true),
  targeted('string-targeted-zero-flag', '', 'str'),
  targeted('integer-targeted-zero-flag', 0, 1),
  targeted('float-targeted-zero-flag', 0, 1),
  targeted<FlagValue>('object-targeted-zero-flag', {}, template),
]

const off = [
  disabled('boolean-disabled-flag', z.boolean(), true),
  disabled('string-disabled-flag', z.string(), 'hi'),
  disabled('integer-disabled-flag', z.int(), 10),
  disabled('float-disabled-flag', z.number(), 0.5),
  disabled('object-disabled-flag', z.object({}), {}),
  disabled('disabled-boolean-flag', z.boolean(), true),
]

const customer = flag('context-aware', {
  does: 'tells customers from others',
  context: z.object({ customer: z.boolean().optional() }),
  example: {},
  values: { internal: 'INTERNAL', external: 'EXTERNAL' },
  fallback: 'external',
  serve: ({ customer }) => (customer === false ? 'internal' : 'external'),
})

const complex = flag('complex-targeted', {
  does: 'looks at three fields',
  context: z.object({
    customer: z.boolean().optional(),
    email: z.string().optional(),
    age: z.number().optional(),
  }),
  example: {},
  values: { internal: 'INTERNAL', external: 'EXTERNAL' },
  fallback: 'external',
  serve: ({ customer, email, age = 0 }) =>
    customer === false && email === 'ballmer@macrosoft.com' && age > 10 ? 'internal' : 'external',
})

const person = flag('targeting-key-flag', {
  does: 'looks at the person',
  context: z.object({ targetingKey: z.string().optional() }),
  example: {},
  values: { miss: 'miss', hit: 'hit' },
  fallback: 'miss',
  serve: ({ targetingKey }) => (targetingKey === '5c3d8535-f81a-4478-a6d3-afaa4d51199e' ? 'hit' : 'miss'),
})

const levels = ['key', 'API', 'Transaction', 'Client', 'Invocation', 'Before Hooks'] as const

/** What reaches it can be read in its record. */
const keeping = flag('keeping', {
  does: 'keeps the context it is evaluated in',
  context: z.object(
    Object.fromEntries(levels.map((name) => [name, z.string().optional().meta({ dataClass: 'public' })])),
  ),
  example: {},
  values: { kept: true },
  fallback: 'kept',
})

const system = defineSystem('flags', {
  purpose: 'be evaluated by the scenarios of the specification',
  people: [],
  decisions: [...switches, ...looking, ...off, customer, complex, person, keeping],
  goals: [],
})

/** The flags in memory. */
export const openFlags = async (): Promise<Running> => (await open(system)) as unknown as Running
