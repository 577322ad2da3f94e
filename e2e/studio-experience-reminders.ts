import {
  allow,
  classes,
  decision,
  defineSystem,
  expectedUtility,
  goal,
  type Holon,
  latch,
  limit,
  type Model,
  model,
  open,
  person,
  probability,
  type Running,
  rate,
  replace,
  selective,
} from 'holon'
import { seededRandom } from 'holon/stats'
import { z } from 'zod'
import { serveStudio } from './serve-studio.ts'

const bill = z.object({
  risk: z.number().meta({ title: 'Risk', dataClass: 'public' }),
  night: z.boolean().default(false).meta({ title: 'At night', dataClass: 'public' }),
})
type Bill = z.output<typeof bill>

const scorer = model('scorer', {
  does: 'estimates how likely a bill is forgotten',
  features: z.object({ risk: z.number().meta({ title: 'Risk' }) }),
  predicts: probability(),
  deadline: '1 second',
  owner: 'billing team',
})
const features = scorer.from(({ risk }: Bill) => ({ risk }))

const customer = person('customer', { wants: 'to pay in time, and not to be nagged' })
const clerk = person('clerk', { wants: 'to see only what needs a person' })

/** Plain probability: lines, thresholds, habituation, a limit, guardrails of which one latches. */
const reminder = decision('reminder', {
  does: 'reminds customers of a bill they may forget',
  context: bill,
  example: { risk: 0.4, night: false },
  model: features,
  experiences: {
    nothing: { style: 'silent' },
    note: {
      style: 'annotate',
      forcefulness: 0.2,
      right: 2,
      wrong: -1,
      interrupting: -0.1,
      undo: 'fold it away',
    },
    call: { style: 'prompt', forcefulness: 0.9, right: 6, wrong: -6, interrupting: -0.5, undo: 'hang up' },
  },
  policy: expectedUtility(),
  habituation: { halfLife: '1 day', growth: 0.5 },
  limits: [limit('calm', { forcefulness: 0.8, atMost: '100 per day' })],
  guardrails: [
    {
      name: 'quiet nights',
      promise: 'nobody is called at night',
      check: ({ context, action }) =>
        context.night && action.experience === 'call' ? replace('note', 'it is night') : allow(),
    },
    {
      name: 'no reminder on nonsense',
      promise: 'a risk that cannot be reminds nobody',
      latches: 'nothing',
      check: ({ context }) => (context.risk > 1 ? latch('the risk is above 1') : allow()),
    },
  ],
  fallback: 'nothing',
  feedback: { useful: { value: z.boolean(), asks: 'Was this useful?' }, paid: { value: z.boolean() } },
  mistakes: [
    {
      name: 'needless call',
      harms: 'customer',
      harm: 'is torn out of what they do',
      cost: 6,
      noticedBy: ['useful'],
      limitedBy: ['quiet nights', 'note', 'a person who can be asked'],
      owner: 'billing team',
    },
    {
      name: 'forgotten bill',
      harms: 'customer',
      harm: 'pays a late fee',
      cost: 6,
      noticedBy: ['paid'],
      limitedBy: ['call', 'helpful reminders'],
      owner: 'billing team',
    },
  ],
})

const draws = (n: number, wrongBelow: number) =>
  Array.from({ length: n }, (_, i) => ({
    sureness: 0.5 + i / (2 * n),
    wrong: i < n * wrongBelow && i % 3 === 0,
  }))

const promise = { wrongAtMost: 0.05, confidence: 0.95 }

/** Decides alone where a promise can be kept. */
const refund = decision('refund', {
  does: 'pays a fee back, or lets a clerk look',
  context: bill,
  example: { risk: 0.4, night: false },
  model: features,
  experiences: {
    keep: { style: 'silent', wrong: 1 },
    refund: { style: 'automate', forcefulness: 0.5, right: 1, undo: 'ask for it again' },
    clerk: { style: 'organize', forcefulness: 0.3 },
  },
  policy: selective({ alone: expectedUtility(), handOver: 'clerk', promise, calibration: draws(600, 0.5) }),
  guardrails: [],
  fallback: 'clerk',
  feedback: { right: { value: z.boolean() } },
  mistakes: [],
})

/** Too few cases for its promise; how likely it is right is worked out from the case. */
const rebate = decision('rebate', {
  does: 'offers a rebate',
  context: bill,
  example: { risk: 0.4, night: false },
  model: features,
  experiences: {
    none: { style: 'silent' },
    offer: {
      style: 'annotate',
      forcefulness: 0.2,
      right: 1,
      wrong: -1,
      chance: ({ prediction }) => 1 - prediction,
    },
    clerk: { style: 'organize', forcefulness: 0.3 },
  },
  policy: selective({ alone: expectedUtility(), handOver: 'clerk', promise, calibration: draws(20, 0.1) }),
  guardrails: [],
  fallback: 'none',
  feedback: { taken: { value: z.boolean() } },
  mistakes: [],
})

const plan = decision('plan', {
  does: 'proposes to pay in parts',
  context: bill,
  example: { risk: 0.4, night: false },
  model: features,
  experiences: {
    nothing: { style: 'silent' },
    parts: {
      style: 'annotate',
      forcefulness: 0.2,
      right: 2,
      wrong: -1,
      chance: ({ prediction }) => prediction / 2,
    },
  },
  policy: expectedUtility(),
  guardrails: [],
  fallback: 'nothing',
  feedback: { taken: { value: z.boolean() } },
  mistakes: [],
})

const sorter = model('sorter', {
  does: 'tells what a message is about',
  features: z.object({ risk: z.number().meta({ title: 'Risk' }) }),
  predicts: classes(['bill', 'praise', 'other']),
  deadline: '1 second',
  owner: 'billing team',
})

/** Classes: a worth for each of them. */
const answer = decision('answer', {
  does: 'answers a message, or leaves it to a clerk',
  context: bill,
  example: { risk: 0.4, night: false },
  model: sorter.from(({ risk }: Bill) => ({ risk })),
  experiences: {
    leave: { style: 'silent' },
    answer: {
      style: 'automate',
      forcefulness: 0.4,
      worth: { bill: 2, praise: 1, other: -3 },
      undo: 'ask for a person',
    },
  },
  policy: expectedUtility(),
  guardrails: [],
  fallback: 'leave',
  feedback: { solved: { value: z.boolean() } },
  mistakes: [],
})

const sorterModel: Model = {
  version: { name: 'sorter', version: '1', kind: 'function' },
  predict: ({ risk }) => ({ bill: risk as number, praise: 0, other: 1 - (risk as number) }),
}

const helpful = goal('helpful reminders', {
  layer: 'user',
  why: 'A reminder that does not help is noise.',
  unit: '%',
  measure: rate(reminder.feedback.useful.is(true)),
  atLeast: 0.6,
})

/** A system with a decision of every kind that the designer of experiences knows. */
export const reminders = defineSystem('reminders', {
  title: 'Reminders',
  purpose: 'Bills are paid in time, and nobody is nagged.',
  people: [customer, clerk],
  decisions: [reminder, refund, rebate, plan, answer],
  goals: [helpful],
})

/** A model that says the risk itself, and means it. */
const scorerModel: Model = {
  version: { name: 'scorer', version: '1', kind: 'function' },
  calibration: { method: 'isotonic', x: [0, 1], y: [0, 1] },
  predict: ({ risk }) => Math.min(1, risk as number),
}

/** The system with everything in memory, served with the studio; `close` ends both. */
export async function serveReminders(studio: string) {
  const running = await open(reminders, {
    models: { scorer: scorerModel, sorter: sorterModel },
    random: seededRandom(1),
  })
  const systems = [running as unknown as Running]
  return { running, ...(await serveStudio(studio, { systems }, () => running.close())) }
}

/** Bills of every risk, most of them small: `risk` rises from 0 to 1, the square of an even spread. */
export async function decideBills(running: Holon<typeof reminders>, count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    const risk = ((i + 0.5) / count) ** 2
    const night = i % 7 === 0
    await running.decide('reminder', { risk, night }, { subject: `customer-${i}` })
  }
}
