import { auc, decision, defineSystem, goal, model, person, policy, probability, rate } from 'holon'
import { z } from 'zod'

const Step = z.object({ hurry: z.number().meta({ dataClass: 'public' }) })

const examiner = model('examiner', {
  does: 'tells whether a return will be examined',
  features: z.object({ hurry: z.number() }),
  predicts: probability(),
})

/** What the words of each level are, plain, calm and urgent. */
export const words = {
  plain: { high: 'Risk: high', low: 'Risk: low' },
  calm: { high: 'Keep your receipts at hand: it may be looked at.', low: 'All is well. Take your time.' },
  urgent: { high: 'WARNING! Act now!', low: 'Act now, before it is too late!' },
} as const

/** Which words somebody reads. */
export const toneOf = (text: string): keyof typeof words =>
  text === words.calm.high || text === words.calm.low
    ? 'calm'
    : text === words.urgent.high || text === words.urgent.low
      ? 'urgent'
      : 'plain'

const Level = z.object({ level: z.enum(['high', 'low']) })

const said = (tone: keyof typeof words) => ({
  meter: { text: ({ parameters }: { parameters: z.output<typeof Level> }) => words[tone][parameters.level] },
})

/** A meter that everybody sees while they file their taxes. */
const meter = decision('meter', {
  does: 'shows how likely an examination is',
  context: Step,
  example: { hurry: 0.5 },
  model: examiner.from(({ hurry }: z.output<typeof Step>) => ({ hurry })),
  experiences: {
    meter: {
      style: 'annotate',
      parameters: Level,
      fill: ({ prediction }) => ({ level: (prediction ?? 0) >= 0.5 ? 'high' : 'low' }),
      ...said('plain').meter,
    },
  },
  policy: policy<number, 'meter'>('everybody sees it', () => ({ meter: 1 })),
  fallback: 'meter',
  feedback: {
    useful: { value: z.boolean() },
    opened: { value: z.boolean(), within: '1 hour', otherwise: false },
    filed: { value: z.boolean(), within: '1 day', otherwise: false },
    examined: { value: z.boolean(), within: '1 day', otherwise: false },
    returned: { value: z.boolean(), within: '3 days', otherwise: false },
  },
  mistakes: [],
  variants: {
    calm: { does: 'says it calmly', experiences: said('calm') },
    urgent: { does: 'urges', experiences: said('urgent') },
  },
})

const why = 'what the product is for'
const { useful, opened, filed, examined, returned } = meter.feedback

/** A goal in each of the five layers. */
export const taxes = defineSystem('taxes', {
  purpose: 'a return without fright',
  people: [person('filer', { wants: 'to be done' })],
  decisions: [meter],
  goals: [
    goal('returned', { layer: 'organization', why, measure: rate(returned.is(true)), atLeast: 0.6 }),
    goal('opened', { layer: 'leading', why, measure: rate(opened.is(true)), atLeast: 0.3 }),
    goal('filed', { layer: 'system', why, measure: rate(filed.is(true)), atLeast: 0.6 }),
    goal('useful', { layer: 'user', why, measure: rate(useful.is(true)), atLeast: 0.5 }),
    goal('tells', { layer: 'model', why, measure: auc(meter.prediction, examined), atLeast: 0.7 }),
  ],
})
