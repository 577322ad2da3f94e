import {
  allow,
  type DecisionInit,
  decision,
  defineSystem,
  expectedUtility,
  limit,
  open,
  policy,
  replace,
} from 'holon'
import { z } from 'zod'
import { type BenchResult, median } from './result.ts'

const rounds = 9
const warmUp = 2
const calls = 20_000

const Context = z.object({
  urgency: z.number().meta({ dataClass: 'public' }),
  country: z.enum(['de', 'fr', 'us']).meta({ dataClass: 'public' }),
})
const chance = ({ context }: { readonly context: z.output<typeof Context> }) => context.urgency

const experiences = {
  nothing: { style: 'silent' },
  note: { style: 'annotate', forcefulness: 0.2, right: 1, wrong: -0.5, chance },
  bell: { style: 'prompt', forcefulness: 0.8, right: 3, wrong: -3, interrupting: -0.5, chance },
} as const

type Kinds = Record<keyof typeof experiences, unknown>
type Init = Partial<
  Pick<
    DecisionInit<typeof Context, null, Kinds, { useful: boolean }>,
    'policy' | 'guardrails' | 'habituation' | 'limits'
  >
>

const guardrails: NonNullable<Init['guardrails']> = [
  {
    name: 'not in the us',
    promise: 'no bell in the us',
    check: ({ context, action }) =>
      context.country === 'us' && action.experience === 'bell' ? replace('note', 'law') : allow(),
  },
  {
    name: 'not at the top',
    promise: 'no bell above all bounds',
    check: ({ context, action }) =>
      context.urgency > 1 && action.experience === 'bell' ? replace('note', 'out of range') : allow(),
  },
]

/** Each adds one more to the one before. */
const steps: readonly (readonly [string, Init])[] = [
  ['utility', { policy: expectedUtility() }],
  ['utility and guardrails', { policy: expectedUtility(), guardrails }],
  [
    'utility, guardrails, habituation and budget',
    {
      policy: expectedUtility(),
      guardrails,
      habituation: { halfLife: '1 day', growth: 0.5 },
      limits: [limit('calm', { atMost: '3 per day' })],
    },
  ],
]

async function subject(init: Init): Promise<() => Promise<number>> {
  const ring = decision('ring', {
    does: 'rings',
    context: Context,
    example: { urgency: 0.5, country: 'de' },
    experiences,
    policy: policy('by hand', (_, context) =>
      (context as z.output<typeof Context>).urgency > 0.8 ? { note: 1 } : { nothing: 1 },
    ),
    fallback: 'nothing',
    feedback: { useful: { value: z.boolean() } },
    mistakes: [],
    ...init,
  })
  const holon = await open(
    defineSystem('bells', { purpose: 'ring', people: [], decisions: [ring], goals: [] }),
  )
  return async () => {
    const before = process.cpuUsage()
    for (let i = 0; i < calls; i++) {
      const country = i % 3 === 0 ? 'us' : 'de'
      await holon.decide('ring', { urgency: (i % 100) / 100, country }, { subject: 'somebody' })
    }
    const { user, system } = process.cpuUsage(before)
    return (user + system) / calls
  }
}

/** What policies, guardrails and budgets add to a decision about a person, in memory. */
export async function run(): Promise<readonly BenchResult[]> {
  const plain = await subject({})
  const others = await Promise.all(steps.map(([, init]) => subject(init)))
  const costs = [plain, ...others].map((round) => ({ round, of: [] as number[] }))
  for (let round = -warmUp; round < rounds; round++) {
    for (const one of costs) {
      const cost = await one.round()
      if (round >= 0) one.of.push(cost)
    }
  }
  const [peerValue = Number.NaN, ...rest] = costs.map((one) => median(one.of))
  return steps.map(([name], i) => {
    const value = rest[i] ?? Number.NaN
    return {
      name: `decide with ${name}`,
      unit: 'µs CPU a decision',
      subject: value,
      peer: 'the same with a rule by hand',
      peerValue,
      ratio: value / peerValue,
      budget: '',
      higherIsBetter: false,
    }
  })
}
