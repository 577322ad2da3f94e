import {
  allow,
  clamp,
  component,
  decision,
  type Explanation,
  expectedUtility,
  model,
  probability,
  replace,
} from 'holon'
import { z } from 'zod'
import { auditFacts } from './audit-facts.ts'
import { households } from './domain/households.ts'
import { TaxReturn } from './domain/return.ts'
import { standsOut } from './domain/stands-out.ts'
import { totalPositiveIncome } from './domain/total-positive-income.ts'
import { MeterReading, Review, readingOf, wellFounded } from './meter.ts'
import { AuditFeatures, auditFeatures, knownIncome } from './model/features.ts'

export const interview = component('interview', { does: 'asks for what the return needs, and no more' })
export const engine = component('tax engine', {
  does: 'computes the return and explains every line',
  uses: [interview],
})
const dataBook = component('IRS Data Book', {
  does: 'publishes how many returns are examined',
  inside: false,
})
const examinationRates = component('examination rates', {
  does: 'how often returns of an income are examined, as published by the tax office',
  uses: [dataBook],
})

export const riskModel = model('audit-risk', {
  does: 'estimates how likely an examination would change the return',
  features: AuditFeatures,
  predicts: probability(),
  deadline: '50 milliseconds',
  uses: [engine],
  owner: 'risk team',
})

const example = {
  year: 2025,
  status: 'single',
  you: { wages: 62_400 },
  interest: 180,
  payments: 5_600,
} as const

/** The facts of a return on which the model may be asked, and on which it may not. */
const trusted = (taxReturn: TaxReturn): boolean => {
  const { income } = auditFacts(taxReturn)
  return income >= knownIncome.from && income <= knownIncome.to
}

const drivers = (explanation: Explanation | undefined) =>
  (explanation?.facts ?? []).map(({ fact, value, by }) => ({ fact, value, by: Math.round(by * 1000) / 10 }))

/** The one place where a prediction becomes something a person sees. */
export const meter = decision('audit-risk-meter', {
  does: 'shows how likely an examination would change the return, and asks for a second look where that is likely',
  context: TaxReturn,
  example,
  model: riskModel.from((taxReturn: TaxReturn) => auditFeatures(auditFacts(taxReturn))),
  uses: [examinationRates],
  experiences: {
    nothing: { style: 'silent' },
    meter: {
      style: 'annotate',
      forcefulness: 0.2,
      right: 1,
      wrong: -1,
      chance: ({ prediction }) => wellFounded(prediction),
      undo: 'fold the meter away',
      parameters: MeterReading,
      fill: ({ context, prediction, explanation }) =>
        readingOf(prediction ?? 0, totalPositiveIncome(context), drivers(explanation)),
      text: ({ parameters }) => `Your audit risk is ${parameters.level}.`,
    },
    review: {
      style: 'prompt',
      forcefulness: 0.6,
      right: 4,
      wrong: -3,
      interrupting: -0.5,
      undo: 'file without looking again',
      parameters: Review,
      fill: ({ context, prediction, explanation }) => {
        const reading = readingOf(prediction ?? 0, totalPositiveIncome(context), drivers(explanation))
        return { ...reading, lines: linesToReview(context, reading) }
      },
      text: ({ parameters }) =>
        `A second look at ${parameters.lines.length === 1 ? 'one line' : `${parameters.lines.length} lines`} is worth a minute before you file.`,
    },
  },
  policy: expectedUtility({ explore: 0.02 }),
  guardrails: [
    {
      name: 'silent when uncalibrated',
      promise: 'No number is shown that was not calibrated.',
      check: ({ action, calibrated }) =>
        calibrated || action.experience === 'nothing'
          ? allow()
          : replace('nothing', 'the model is not calibrated'),
    },
    {
      name: 'silent outside experience',
      promise: 'No reading is shown for an income the model has never seen.',
      check: ({ context, action }) =>
        action.experience === 'nothing' || trusted(context)
          ? allow()
          : replace('nothing', 'the income is outside what the model was trained on'),
    },
    {
      name: 'no false comfort',
      promise: 'A return in which something stands out by plain rules is never called low.',
      check: ({ context, action }) =>
        action.experience !== 'nothing' && action.parameters.level === 'low' && standsOut(context).length > 0
          ? clamp(
              { ...action.parameters, level: 'moderate' as const, guarantee: 'offered' as const },
              'something stands out',
            )
          : allow(),
    },
  ],
  fallback: 'nothing',
  feedback: {
    useful: { value: z.boolean(), asks: 'Was this useful?' },
    wrong: { value: z.boolean(), asks: 'Is something wrong with it?' },
    comment: { value: z.string().max(2000), asks: 'What is wrong?' },
    fixedLine: { value: z.boolean(), kind: 'correction', keep: 'any' },
    worry: {
      value: z.number().min(-2).max(2),
      asks: 'Are you calmer or more worried than before?',
      audit: { share: 0.1 },
    },
    household: { value: z.enum(households), asks: 'Who lives in your household?' },
    stars: { value: z.number().int().min(1).max(5), asks: 'How did filing go?' },
    filed: { value: z.boolean(), kind: 'outcome', within: '30 days', otherwise: false },
    guarantee: { value: z.number().min(0), kind: 'outcome', within: '30 days', otherwise: 0 },
    returned: { value: z.boolean(), within: '14 months', otherwise: false },
    examined: { value: z.boolean(), within: '3 years', otherwise: false },
    adjusted: { value: z.boolean(), within: '4 years' },
  },
  mistakes: [
    {
      name: 'false alarm',
      harms: 'filer',
      harm: 'worry, a needless second look, perhaps a deduction given up that was due',
      cost: 3,
      noticedBy: ['wrong', 'worry', 'adjusted'],
      limitedBy: ['silent when uncalibrated', 'wording that never accuses', 'the person files as they like'],
      owner: 'risk team',
    },
    {
      name: 'false comfort',
      harms: 'filer',
      harm: 'an error stays in the return and is found by an examiner',
      cost: 4,
      noticedBy: ['examined', 'adjusted'],
      limitedBy: [
        'no false comfort',
        'silent outside experience',
        'the guarantee that comes with a low reading',
      ],
      owner: 'risk team',
    },
    {
      name: 'unequal errors',
      harms: 'groups of filers',
      harm: 'false alarms fall on some groups more than on others',
      cost: 3,
      noticedBy: ['wrong', 'adjusted'],
      limitedBy: [
        'age and gender are not among the features',
        'error rates by group in the model card',
        'second looks compared by household, of those who like to say',
      ],
      owner: 'risk team',
    },
  ],
})

/** Lines worth a second look: what stands out by rule, then what moved the estimate up most. */
function linesToReview(taxReturn: TaxReturn, { drivers }: MeterReading): string[] {
  const rules = standsOut(taxReturn).map((one) => one.because)
  const moved = drivers.filter((one) => one.by > 0).map(({ fact, value }) => `${fact}: ${value}`)
  return [...rules, ...moved].slice(0, 5)
}
