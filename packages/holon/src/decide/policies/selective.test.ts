import { expect, it } from 'vitest'
import { z } from 'zod'
import { open } from '../../runtime/open.ts'
import type { Model } from '../../spec/model.ts'
import { seededRandom } from '../../stats/random/seeded.ts'
import { decision } from '../../system/decision.ts'
import { model } from '../../system/model.ts'
import type { Option } from '../../system/policy.ts'
import { probability } from '../../system/prediction.ts'
import { defineSystem } from '../../system/system.ts'
import { expectedUtility } from './expected-utility.ts'
import { type SelectiveCase, selective } from './selective.ts'

const promise = { wrongAtMost: 0.02, confidence: 0.95 }
const option = (name: string, utility: number): Option => ({
  ...{ name, utility, style: 'prompt', forcefulness: 0.5, right: 0, wrong: 0, interrupting: 0, chance: 0 },
})
const options = [option('approve', 1), option('expert', 5), option('reject', 2)]

/** The surer, the rarer it is wrong: at sureness s in one of 1 / (1 - s) cases. */
function draw(count: number, seed: number): SelectiveCase[] {
  const random = seededRandom(seed)
  return Array.from({ length: count }, () => {
    const sureness = 0.5 + 0.5 * random.next()
    return { sureness, wrong: random.next() < 1 - sureness }
  })
}

it('handles alone what it is sure of, and never takes the hand-over for an answer of its own', () => {
  const policy = selective({
    alone: expectedUtility({ explore: 0.2 }),
    handOver: 'expert',
    promise,
    calibration: draw(4000, 1),
  })
  expect(policy.options).toMatchObject({ certified: true, riskBound: 0.02 })
  const from = policy.options.threshold as number
  const sure = policy.choose({ prediction: 1 - from, context: {}, options })
  expect(sure).toEqual({ probabilities: [expect.closeTo(0.1), 0, expect.closeTo(0.9)], preferred: 2 })
  const unsure = policy.choose({ prediction: from - 1e-6, context: {}, options })
  expect(unsure).toEqual({ probabilities: [0, 1, 0], preferred: 1 })
  const nonsense = policy.choose({ prediction: Number.NaN, context: {}, options })
  expect(nonsense.preferred).toBe(1)
})

it('keeps its promise on cases it has not seen, about as often as it says', () => {
  let broken = 0
  for (let seed = 1; seed <= 200; seed++) {
    const { threshold, certified } = selective({
      ...{ alone: expectedUtility(), handOver: 'expert', promise, calibration: draw(1500, seed) },
    }).options
    if (certified !== true) continue
    // The true share of wrong ones above a threshold t: the mean of 1 - s over [t, 1].
    if ((1 - (threshold as number)) / 2 > promise.wrongAtMost) broken++
  }
  // Binomial(200, 0.05) exceeds 21 with probability below 0.001.
  expect(broken).toBeLessThanOrEqual(21)
})

it('says it cannot, and hands everything over, where the promise has no evidence', () => {
  const few = selective({ alone: expectedUtility(), handOver: 'expert', promise, calibration: draw(20, 1) })
  expect(few.options).toMatchObject({ certified: false, because: 'too-few-cases', needed: 149 })
  expect(few.words).toMatch(/^Cannot promise .* 20 calibration cases are too few, it takes 149/)
  expect(few.choose({ prediction: 1, context: {}, options }).preferred).toBe(1)
  const wrong = draw(2000, 1).map((one, i) => ({ ...one, wrong: i % 4 === 0 }))
  const bad = selective({ alone: expectedUtility(), handOver: 'expert', promise, calibration: wrong })
  expect(bad.options).toMatchObject({ certified: false, because: 'too-often-wrong' })
})

it('says so where the promise holds for every case', () => {
  const calibration = draw(2000, 1).map((one) => ({ ...one, wrong: false }))
  const policy = selective({ alone: expectedUtility(), handOver: 'expert', promise, calibration })
  expect(policy.words).toMatch(/^Decides every case alone: wrong in at most 2 % .* 95 % confidence\.$/)
  expect(policy.choose({ prediction: 0.5, context: {}, options }).preferred).toBe(2)
})

it('measures sureness by the likeliest class where the model predicts classes', () => {
  const policy = selective({
    alone: expectedUtility(),
    handOver: 'expert',
    promise,
    calibration: draw(4000, 1),
  })
  const chosen = (a: number) =>
    policy.choose({ prediction: { a, b: (1 - a) / 2, c: (1 - a) / 2 }, context: {}, options }).preferred
  expect([chosen(0.999), chosen(0.6)]).toEqual([2, 1])
})

it('keeps in the record what it weighed, and derives thresholds for what is handled alone', async () => {
  const scorer = model('scorer', { does: '', features: z.object({ p: z.number() }), predicts: probability() })
  const claim = decision('claim', {
    does: 'settles',
    context: z.object({ p: z.number() }),
    example: { p: 0.5 },
    model: scorer.from((context: { p: number }) => context),
    experiences: {
      reject: { style: 'automate' },
      expert: { style: 'silent' },
      approve: { style: 'automate', right: 1, wrong: -3 },
    },
    policy: selective({ alone: expectedUtility(), handOver: 'expert', promise, calibration: draw(4000, 1) }),
    fallback: 'expert',
    feedback: {},
    mistakes: [],
  })
  const predicting: Model = {
    version: { name: 'scorer', version: '1', kind: 'function' },
    predict: ({ p }) => p,
  }
  const system = defineSystem('claims', { purpose: '', people: [], goals: [], decisions: [claim] })
  const holon = await open(system, { models: { scorer: predicting } })
  const sure = await holon.decide('claim', { p: 0.999 })
  expect(sure.experience).toBe('approve')
  expect((await holon.record(sure.id)).record.utilities?.approve).toBeCloseTo(0.996, 12)
  expect((await holon.decide('claim', { p: 0.6 })).experience).toBe('expert')
  expect(holon.document().decisions[0]?.thresholds).toEqual([
    { experience: 'reject', from: 0, to: 0.75 },
    { experience: 'approve', from: 0.75, to: 1 },
  ])
})
