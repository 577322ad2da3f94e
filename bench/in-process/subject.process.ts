import { GrowthBookClient } from '@growthbook/growthbook'
import { HolonProvider } from '@holon/flags-openfeature'
import { InMemoryProvider, OpenFeature } from '@openfeature/server-sdk'
import type { DecisionLog, Receipt } from 'holon'
import { allow, decision, defineSystem, expectedUtility, open, replace } from 'holon'
import { memoryVault } from 'holon/memory'
import { z } from 'zod'

/**
 * One subject of the comparison in a process of its own, as a server has one of them: `node subject.process.ts holon |
 * growthbook | openfeature | provider`. Answers every message with the microseconds of CPU an evaluation took in a round of them.
 */
const kinds = { holon, growthbook, openfeature, provider }

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
