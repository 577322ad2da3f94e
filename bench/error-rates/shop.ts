import {
  auc,
  decision,
  defineSystem,
  type FlightRequest,
  goal,
  type Model,
  mean,
  model,
  open,
  person,
  policy,
  probability,
  quantile,
  rate,
  ratio,
  type ScorecardOptions,
} from 'holon'
import { memoryLog, memoryRegistry, memoryVault, memoryWarehouse, virtualClock } from 'holon/memory'
import { seededRandom } from 'holon/stats'
import { z } from 'zod'
import type { Draws } from './draws.ts'

const taste = model('taste', {
  does: 'tells who likes it',
  features: z.object({ score: z.number() }),
  predicts: probability(),
})

const Visit = z.object({ score: z.number() })

/** A decision point whose arms say the same in other words. */
const offer = decision('offer', {
  does: 'offers something',
  context: Visit,
  example: { score: 0.5 },
  model: taste.from(({ score }: z.output<typeof Visit>) => ({ score })),
  experiences: { offer: { style: 'annotate', text: () => 'Have a look.' } },
  policy: policy<number, 'offer'>('always', () => ({ offer: 1 })),
  fallback: 'offer',
  feedback: {
    liked: { value: z.boolean() },
    spent: { value: z.number() },
    minutes: { value: z.number() },
    returned: { value: z.boolean(), within: '3 days', otherwise: false },
  },
  mistakes: [],
  variants: { calm: { does: 'says it calmly', experiences: { offer: { text: () => 'If you like.' } } } },
})

const { liked, spent, minutes, returned } = offer.feedback
const why = 'to be measured'

/** One goal of every kind that a scorecard compares. */
const shop = defineSystem('shop', {
  purpose: 'sell',
  people: [person('customer', { wants: 'something' })],
  decisions: [offer],
  goals: [
    goal('liked', { layer: 'user', why, measure: rate(liked.is(true)), atLeast: 0.5 }),
    goal('spent', { layer: 'leading', why, measure: mean(spent), atLeast: 1 }),
    goal('spent a minute', { layer: 'system', why, measure: ratio(spent, minutes), atLeast: 1 }),
    goal('median spent', { layer: 'system', why, measure: quantile(0.5, spent), atLeast: 1 }),
    goal('tells taste', { layer: 'model', why, measure: auc(offer.prediction, liked), atLeast: 0.7 }),
    goal('returned', { layer: 'organization', why, measure: rate(returned.is(true)), atLeast: 0.3 }),
  ],
})

const says: Model = {
  version: { name: 'taste', version: '1', kind: 'function' },
  predict: ({ score }) => Number(score),
}

const day = 86_400_000

/** How people are in one simulated experiment. */
export interface Crowd {
  /** So many new people on every day, each of whom decides so often on that day. */
  readonly perDay: number
  readonly days: number
  readonly visits: number
  /** How much of what somebody does is theirs, rather than of the moment: 0 to 1. */
  readonly alike: number
  /** Days until those who return do: of the control, and of the other arm. */
  readonly returns: readonly [control: number, calm: number]
  /** Visits of everybody before the flight. */
  readonly visitsBefore?: number
  /** Default: always-valid. */
  readonly judge?: NonNullable<FlightRequest['judge']>
}

/** Asked on every day: what became of the flight so far. */
export type Look = Awaited<ReturnType<Awaited<ReturnType<typeof openShop>>['scorecard']>>

const openShop = (clock: ReturnType<typeof virtualClock>, draws: Draws) =>
  open(shop, {
    ...{ log: memoryLog(), registry: memoryRegistry(), vault: memoryVault(), warehouse: memoryWarehouse() },
    ...{ clock, random: seededRandom(`${draws.next()}`), models: { taste: says }, projection: 'asked' },
  })

const flight: FlightRequest = {
  ...{
    name: 'words',
    about: 'Calm words.',
    decision: 'offer',
    arms: { plain: {}, calm: { variant: 'calm' } },
  },
  ...{ share: 1, by: 'a bench', reason: 'to know the error', main: 'liked' },
}

/**
 * One experiment through the product as it is: opened, decided, told, and its scorecard read on every day. Nothing that people
 * do depends on the arm they are in, but how soon those return who do.
 */
export async function* experiment(
  draws: Draws,
  crowd: Crowd,
  options: ScorecardOptions = {},
): AsyncGenerator<Look> {
  const clock = virtualClock(Date.UTC(2026, 0, 1))
  const holon = await openShop(clock, draws)
  const due: { readonly at: number; readonly tell: () => Promise<unknown> }[] = []
  const somebody = () => ({ taste: draws.normal(), purse: draws.normal() })
  const mixed = (own: number) => Math.sqrt(crowd.alike) * own + Math.sqrt(1 - crowd.alike) * draws.normal()
  const visit = async (subject: string, { taste, purse }: ReturnType<typeof somebody>) => {
    const content = mixed(taste)
    const seen = await holon.decide(
      'offer',
      { score: 1 / (1 + Math.exp(-content - draws.normal())) },
      { subject },
    )
    await holon.feedback(seen.id, 'liked', content > 0)
    await holon.feedback(seen.id, 'spent', Math.exp(0.5 * mixed(purse)))
    await holon.feedback(seen.id, 'minutes', 1 + 4 * draws.next())
    const wait = crowd.returns[seen.arms.words === 'calm' ? 1 : 0] * day
    if (draws.chance(0.4))
      due.push({ at: clock.now() + wait, tell: () => holon.feedback(seen.id, 'returned', true) })
  }
  const crowdOf = Array.from({ length: crowd.perDay * crowd.days }, somebody)
  for (const [i, one] of crowdOf.entries())
    for (let time = 0; time < (crowd.visitsBefore ?? 0); time += 1) await visit(`p${i}`, one)
  clock.advance(day)
  await holon.startFlight({
    ...{ ...flight, plannedUnits: crowdOf.length },
    ...(crowd.judge !== undefined && { judge: crowd.judge }),
  })
  for (let today = 0; today < crowd.days; today += 1) {
    clock.advance(day)
    for (const one of due.filter(({ at }) => at <= clock.now())) await one.tell()
    for (const late of due.splice(0).filter(({ at }) => at > clock.now())) due.push(late)
    for (let i = today * crowd.perDay; i < (today + 1) * crowd.perDay; i += 1)
      for (let time = 0; time < crowd.visits; time += 1) await visit(`p${i}`, crowdOf[i] ?? somebody())
    yield await holon.scorecard('words', options)
  }
  await holon.close()
}
