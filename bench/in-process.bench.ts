import { GrowthBookClient } from '@growthbook/growthbook'
import { InMemoryProvider, OpenFeature } from '@openfeature/server-sdk'
import type { DecisionLog, Receipt } from 'holon'
import { allow, decision, defineSystem, expectedUtility, open, replace } from 'holon'
import { z } from 'zod'
import { type BenchResult, median } from './result.ts'

const rounds = 7
const calls = 40_000

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

/** The client GrowthBook documents for servers: one client, scoped to the user of each request. */
const growthbook = () =>
  new GrowthBookClient({
    trackingCallback: () => undefined,
  }).initSync({
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

interface Subject {
  readonly name: string
  run(): Promise<void>
}

async function subjects(): Promise<readonly Subject[]> {
  const holon = await open(shop, { log: sink })
  const gb = growthbook()
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
  const countries = ['de', 'fr', 'us'] as const
  const country = (i: number) => countries[i % 3] ?? 'de'
  return [
    {
      name: 'holon decide',
      run: async () => {
        for (let i = 0; i < calls; i++) await holon.decide('offer', { basket: i % 100, country: country(i) })
      },
    },
    {
      name: 'GrowthBook evalFeature',
      run: async () => {
        for (let i = 0; i < calls; i++) {
          gb.createScopedInstance({
            attributes: { id: `p-${i}`, basket: i % 100, country: country(i) },
          }).evalFeature('offer')
        }
      },
    },
    {
      name: 'OpenFeature in memory',
      run: async () => {
        for (let i = 0; i < calls; i++)
          await feature.getBooleanDetails('offer', false, { targetingKey: `p-${i}`, country: country(i) })
      },
    },
  ]
}

/** In-process decisions, record built and handed to the log, beside what flag libraries take for an evaluation. */
export async function run(): Promise<readonly BenchResult[]> {
  const all = await subjects()
  const times = new Map(all.map((one) => [one.name, [] as number[]]))
  for (let round = 0; round <= rounds; round++) {
    for (const one of all) {
      const before = process.cpuUsage()
      await one.run()
      const { user, system } = process.cpuUsage(before)
      if (round > 0) times.get(one.name)?.push((user + system) / calls)
    }
  }
  const cost = (name: string) => median(times.get(name) ?? [])
  const subject = cost('holon decide')
  return [
    { peer: 'GrowthBook evalFeature', budget: '<= 0.6' },
    { peer: 'OpenFeature in memory', budget: '' },
  ].map(({ peer, budget }) => ({
    name: 'in-process decide, no model',
    unit: 'µs CPU a decision',
    subject,
    peer,
    peerValue: cost(peer),
    ratio: subject / cost(peer),
    budget,
    higherIsBetter: false,
  }))
}
