import { EventEmitter } from 'node:events'
import { GrowthBookClient } from '@growthbook/growthbook'
import { HolonProvider } from '@holon/flags-openfeature'
import { InMemoryProvider, OpenFeature } from '@openfeature/server-sdk'
import type { AssigningFlight, DecisionLog, Receipt } from 'holon'
import { allow, decision, defineSystem, expectedUtility, open, replace } from 'holon'
import { assign, assigner, type FlightMoment } from 'holon/flight'
import { memoryVault } from 'holon/memory'
import { Unleash } from 'unleash-client'
import { Operator } from 'unleash-client/lib/strategy/strategy.js'
import { z } from 'zod'

/**
 * One subject of the comparison in a process of its own, as a server has one of them: `node subject.process.ts holon |
 * prepared | arms | growthbook | unleash | openfeature | provider`. Answers every message with the
 * microseconds of CPU an evaluation took in a round of them.
 */
const kinds = { holon, prepared, arms, growthbook, unleash, openfeature, provider }

const calls = 100_000

const shape = {
  does: 'offers a discount',
  context: z.object({
    basket: z.number().meta({ dataClass: 'public' }),
    country: z.enum(['de', 'fr', 'us']).meta({ dataClass: 'public' }),
  }),
  example: { basket: 20, country: 'de' as const },
  experiences: {
    nothing: { style: 'silent' as const },
    discount: {
      style: 'annotate' as const,
      right: 2,
      wrong: -1,
      chance: ({ context }: { context: { basket: number } }) => context.basket / 100,
    },
  },
  policy: expectedUtility({ explore: 0.02 }),
  guardrails: [
    {
      name: 'not in the us',
      promise: 'no discount in the us',
      check: ({ context, action }: { context: { country: string }; action: { experience: string } }) =>
        context.country === 'us' && action.experience === 'discount'
          ? replace('nothing' as const, 'law')
          : allow(),
    },
  ],
  fallback: 'nothing' as const,
  feedback: { bought: { value: z.boolean() } },
  mistakes: [],
}

const offer = decision('offer', shape)
const shop = defineSystem('shop', { purpose: 'sell', people: [], decisions: [offer], goals: [] })

/** Takes what it is handed and forgets it: the floor of a log. */
const sink: DecisionLog = {
  append: (entries) =>
    Promise.resolve(entries.map(({ entry }, i): Receipt => ({ entry, position: i + 1, fresh: true }))),
  read: () => Promise.resolve([]),
  find: () => Promise.resolve(undefined),
  latest: () => Promise.resolve([]),
  size: () => Promise.resolve({ entries: 0, last: 0, bytes: 0 }),
  close: () => Promise.resolve(),
}

type Round = () => Promise<void>

async function holon(): Promise<Round> {
  const running = await open(shop, { log: sink })
  return async () => {
    for (let i = 0; i < calls; i++) await running.decide('offer', { basket: i % 100, country: country(i) })
  }
}

/** The same halves among the same people as the libraries have. */
const flights: readonly AssigningFlight[] = [
  {
    ...{
      name: 'discount',
      decision: 'offer',
      unit: 'person',
      state: 'running',
      places: [{ from: 0, to: 1 }],
    },
    arms: [
      { name: 'plain', share: 0.5 },
      { name: 'discount', share: 0.5 },
    ],
    among: offer.context.country.is('us').not().and(offer.context.basket.above(10)).node,
    ...{ key: '0123456789abcdef0123456789abcdef', layerKey: 'fedcba9876543210fedcba9876543210' },
  },
]

/** Who is in which arm, and nothing more: of flights prepared once, as in a running system, or handed over each time. */
async function prepared(): Promise<Round> {
  const armsOf = assigner(flights)
  return async () => {
    for (let i = 0; i < calls; i++) armsOf(momentOf(i))
  }
}

async function arms(): Promise<Round> {
  return async () => {
    for (let i = 0; i < calls; i++) assign(flights, momentOf(i))
  }
}

const momentOf = (i: number): FlightMoment => ({
  decision: 'offer',
  subject: `p-${i}`,
  context: { basket: i % 100, country: country(i) },
})

/** The client GrowthBook documents for servers: one client, scoped to the user of each request. */
async function growthbook(): Promise<Round> {
  const client = new GrowthBookClient({ trackingCallback: () => undefined }).initSync({
    payload: {
      features: {
        offer: {
          defaultValue: false,
          rules: [
            {
              condition: { country: { $ne: 'us' }, basket: { $gt: 10 } },
              variations: [false, true],
              weights: [0.5, 0.5],
              hashAttribute: 'id',
            },
          ],
        },
      },
    },
  })
  return async () => {
    for (let i = 0; i < calls; i++) {
      client
        .createScopedInstance({ attributes: { id: `p-${i}`, basket: i % 100, country: country(i) } })
        .evalFeature('offer')
    }
  }
}

/** What Unleash's own repository would have fetched. */
class Toggles extends EventEmitter {
  readonly #offer = {
    name: 'offer',
    enabled: true,
    strategies: [
      {
        name: 'flexibleRollout',
        parameters: { rollout: '100', stickiness: 'userId', groupId: 'offer' },
        constraints: [
          { contextName: 'country', operator: Operator.NOT_IN, values: ['us'], inverted: false },
          { contextName: 'basket', operator: Operator.NUM_GT, values: [], value: '10', inverted: false },
        ],
      },
    ],
    variants: [
      { name: 'plain', weight: 500, stickiness: 'userId' },
      { name: 'discount', weight: 500, stickiness: 'userId' },
    ],
  }

  getToggle = (name: string) => (name === 'offer' ? this.#offer : undefined)
  getToggles = () => [this.#offer]
  getTogglesWithSegmentData = () => [this.#offer]
  getSegment = () => undefined
  start = () => Promise.resolve()
  stop = () => undefined
}

/** Unleash with its toggle in memory: it fetches nothing and sends nothing. */
async function unleash(): Promise<Round> {
  const client = new Unleash({
    ...{ url: 'http://unleash.invalid/api/', appName: 'bench', repository: new Toggles() },
    ...{ disableMetrics: true, disableAutoStart: true },
  })
  return async () => {
    for (let i = 0; i < calls; i++)
      client.getVariant('offer', {
        userId: `p-${i}`,
        properties: { basket: i % 100, country: country(i) },
      })
  }
}

async function openfeature(): Promise<Round> {
  await OpenFeature.setProviderAndWait(
    new InMemoryProvider({
      offer: {
        variants: { on: true, off: false },
        disabled: false,
        defaultVariant: 'off',
        contextEvaluator: (c) => (c.country === 'us' ? 'off' : 'on'),
      },
    }),
  )
  const feature = OpenFeature.getClient()
  return async () => {
    for (let i = 0; i < calls; i++)
      await feature.getBooleanDetails('offer', false, { targetingKey: `p-${i}`, country: country(i) })
  }
}

/** The same client over decisions about people, each with its exposure; nothing is kept, so nothing is encrypted. */
async function provider(): Promise<Round> {
  const somebody = { pseudonym: 'somebody', seal: (text: string) => text }
  const vault = { ...memoryVault(), person: () => Promise.resolve(somebody) }
  await OpenFeature.setProviderAndWait(new HolonProvider(open(shop, { log: sink, vault })))
  const feature = OpenFeature.getClient()
  return async () => {
    for (let i = 0; i < calls; i++)
      await feature.getBooleanDetails('offer', false, {
        targetingKey: `p-${i}`,
        basket: i % 100,
        country: country(i),
      })
  }
}

const countries = ['de', 'fr', 'us'] as const
const country = (i: number) => countries[i % 3] ?? 'de'

const round = await kinds[process.argv[2] as keyof typeof kinds]()
process.on('message', async () => {
  const before = process.cpuUsage()
  await round()
  const { user, system } = process.cpuUsage(before)
  process.send?.((user + system) / calls)
})
process.on('disconnect', () => process.exit())
