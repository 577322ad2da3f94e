import { expect, it } from 'vitest'
import { z } from 'zod'
import { memoryLog, virtualClock } from '../memory/index.ts'
import { open } from '../runtime/open.ts'
import type { Attribution, Calibration, Model } from '../spec/model.ts'
import { decision } from '../system/decision.ts'
import { model } from '../system/model.ts'
import { probability } from '../system/prediction.ts'
import { defineSystem } from '../system/system.ts'
import { expectedUtility } from './policies/expected-utility.ts'

const Features = z.object({
  income: z.number().meta({ title: 'Income' }),
  'job=clerk': z.boolean().meta({ title: 'Occupation' }),
  'job=sales': z.boolean().meta({ title: 'Occupation' }),
})
const risk = model('risk', { does: '', features: Features, predicts: probability() })
const decide = decision('d', {
  does: '',
  context: z.object({ income: z.number() }),
  example: { income: 1 },
  model: risk.from(({ income }: { income: number }) => ({ income, 'job=clerk': false, 'job=sales': true })),
  experiences: { nothing: { style: 'silent' }, note: { style: 'annotate', right: 1 } },
  policy: expectedUtility(),
  fallback: 'nothing',
  feedback: {},
  mistakes: [],
})
const system = defineSystem('s', { purpose: '', people: [], decisions: [decide], goals: [] })

const logistic = (x: number): number => 1 / (1 + Math.exp(-x))
const attribution: Attribution = {
  unit: 'log-odds',
  base: -2,
  value: 1,
  contributions: [
    { feature: 'income', value: 5, reference: 2, by: 2 },
    { feature: 'job=clerk', value: 0, reference: 1, by: -0.5 },
    { feature: 'job=sales', value: 1, reference: 0, by: 1.5 },
  ],
}

const answering = (explain: () => Attribution, calibration?: Calibration): Model => ({
  version: { name: 'risk', version: '1', kind: 'function' },
  reference: { income: 2, 'job=clerk': true, 'job=sales': false },
  predict: () => logistic(1),
  explain,
  ...(calibration !== undefined && { calibration }),
})

async function explained(answers: Model) {
  const holon = await open(system, { models: { risk: answers }, log: memoryLog(), clock: virtualClock(0) })
  return (await holon.decide('d', { income: 5 })).explanation
}

it('tells one-hot columns as one fact, in points that add up from the typical case to this one', async () => {
  const explanation = await explained(answering(() => attribution))
  expect(explanation?.base).toBeCloseTo(logistic(-2), 12)
  expect(explanation?.value).toBeCloseTo(logistic(1), 12)
  expect(explanation?.facts.map(({ fact, value, reference }) => [fact, value, reference])).toEqual([
    ['Income', '5', '2'],
    ['Occupation', 'sales', 'clerk'],
  ])
  const sum = explanation?.facts.reduce((total, one) => total + one.by, explanation.base)
  expect(sum).toBeCloseTo(explanation?.value ?? Number.NaN, 12)
  expect(explanation?.sentences[1]).toBe(
    'Occupation sales (typical: clerk) raised the estimate by 20.4 percentage points.',
  )
})

it('speaks of calibrated probabilities where the model is calibrated', async () => {
  const halved: Calibration = { method: 'isotonic', x: [0, 1], y: [0, 0.5] }
  const explanation = await explained(answering(() => attribution, halved))
  expect(explanation?.value).toBeCloseTo(logistic(1) / 2, 12)
})

it('stays silent where the model cannot tell, or tells what does not add up', async () => {
  expect(await explained(answering(() => ({ ...attribution, base: 5 })))).toBeUndefined()
  const failing = answering(() => {
    throw new Error('no')
  })
  expect(await explained(failing)).toBeUndefined()
})
