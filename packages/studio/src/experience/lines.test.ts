import type { DecisionDocument, SystemDocument } from 'holon'
import { expect, test } from 'vitest'
import { changedIn, countsOf, reckoned } from './cases.ts'
import { linesOf, stretchesOf, whyNoLines } from './lines.ts'
import { handOverWords, thresholdWords } from './thresholds.ts'
import { drafted, utilitiesOf, withChange } from './utilities.ts'

const experience = (name: string, right: number, wrong: number, interrupting = 0) => ({
  ...{ name, style: 'prompt' as const, forcefulness: 0.5, right, wrong, interrupting },
})

const experiences = [experience('nothing', 0, 0), experience('note', 2, -1), experience('call', 6, -6, -0.5)]

const decision = (over: Partial<DecisionDocument> = {}) =>
  ({
    policy: { kind: 'expected-utility', options: {}, words: '' },
    experiences,
    ...over,
  }) as DecisionDocument

const cases = [0, 0.2, 0.4, 0.6, 0.8, 1].map((prediction, index) => ({
  ...{ id: String(index), at: index, prediction, present: prediction < 0.3 ? 'nothing' : 'note' },
  proposed: '',
}))

test('a handle moved moves its line, the thresholds, and who would meet what', () => {
  const present = utilitiesOf(experiences)
  const before = stretchesOf(linesOf(decision(), present))
  expect(before.map(({ experience }) => experience)).toEqual(['nothing', 'note', 'call'])
  expect(before.map(({ from }) => Number(from.toFixed(4)))).toEqual([0, 0.3333, 0.6111])

  const milder = drafted(present, withChange(present, {}, 'call', 'wrong', -60))
  const lines = linesOf(decision(), milder)
  expect(lines[2]).toEqual({ name: 'call', whenTrue: 5.5, whenFalse: -60.5 })
  const after = stretchesOf(lines)
  expect(after.at(-1)?.from).toBeCloseTo(59.5 / 63, 12)

  const then = reckoned(decision(), milder, cases)
  expect(then.map(({ proposed }) => proposed)).toEqual(['nothing', 'nothing', 'note', 'note', 'note', 'call'])
  expect(countsOf(['nothing', 'note', 'call'], then)).toEqual([
    { experience: 'nothing', present: 2, proposed: 2 },
    { experience: 'note', present: 4, proposed: 3 },
    { experience: 'call', present: 0, proposed: 1 },
  ])
  expect(changedIn(then).map(({ id }) => id)).toEqual(['5'])
})

test('at a threshold the experience declared first is met, as by the policy', () => {
  const quiet = experience('quiet', 0, 0)
  const loud = experience('loud', 1, -1)
  const metAtHalf = (...declared: readonly (typeof quiet)[]) => {
    const half = [{ id: 'a', at: 0, prediction: 0.5, present: '', proposed: '' }]
    return reckoned(decision({ experiences: declared }), utilitiesOf(declared), half)[0]?.proposed
  }
  expect([metAtHalf(quiet, loud), metAtHalf(loud, quiet)]).toEqual(['quiet', 'loud'])
})

test('the cost of interrupting grows with habituation, and pushes thresholds up', () => {
  const used = decision({ habituation: { halfLife: '1 day', growth: 0.5 } })
  const callFrom = (n: number) =>
    stretchesOf(linesOf(used, utilitiesOf(experiences), n)).find((one) => one.experience === 'call')?.from
  expect(linesOf(used, utilitiesOf(experiences), 4)[2]?.whenTrue).toBe(6 - 0.5 * 3)
  expect(callFrom(4)).toBeGreaterThan(callFrom(0) ?? 1)
})

test('a case without a probability stays what it is', () => {
  const odd = [null, 7, -1].map((prediction) => ({
    ...{ id: 'a', at: 0, prediction, present: 'nothing', proposed: '' },
  }))
  const then = reckoned(decision(), utilitiesOf(experiences), odd)
  expect(then.map(({ proposed }) => proposed)).toEqual(['nothing', 'nothing', 'nothing'])
})

test('a selective policy hands over what it is not sure of, and everything without a promise', () => {
  const options = (certified: boolean) => ({
    ...{ handOver: 'note', certified, threshold: 0.75, alone: { kind: 'expected-utility' } },
  })
  const policy = (certified: boolean) => ({ kind: 'selective', options: options(certified), words: '' })
  const sure = decision({ policy: policy(true) })
  const fresh = cases.map((one) => ({ ...one, present: 'nothing' }))
  expect(linesOf(sure, utilitiesOf(experiences)).map(({ name }) => name)).toEqual(['nothing', 'call'])
  expect(reckoned(sure, utilitiesOf(experiences), fresh).map(({ proposed }) => proposed)).toEqual([
    ...['nothing', 'nothing', 'note', 'note', 'call', 'call'],
  ])
  const handedOver = cases.map((one) => ({ ...one, present: 'note' }))
  expect(changedIn(reckoned(sure, utilitiesOf(experiences), handedOver))).toEqual([])
  expect(handOverWords(sure)).toEqual(['note where the model is less sure than 0.75'])
  const unsure = decision({ policy: policy(false) })
  expect(new Set(reckoned(unsure, utilitiesOf(experiences), fresh).map(({ proposed }) => proposed))).toEqual(
    new Set(['note']),
  )
})

test('says thresholds in words', () => {
  const stretches = [
    { experience: 'nothing', from: 0, to: 0.0343 },
    { experience: 'call', from: 0.0343, to: 1 },
  ]
  expect(thresholdWords(experiences, stretches)).toEqual([
    ...['nothing up to 0.034', 'call from 0.034 on', 'note never'],
  ])
  expect(thresholdWords([{ name: 'a' }], [{ experience: 'a', from: 0, to: 1 }])).toEqual([
    'a, whatever the probability',
  ])
})

test('says why there is no line', () => {
  const predicting = (predicts: string) =>
    ({ components: [{ name: 'm', model: { predicts } }] }) as unknown as SystemDocument
  const modelled = decision({ model: 'm' })
  expect(whyNoLines(decision({ thresholds: [] }), predicting('probability'))).toBeUndefined()
  expect(whyNoLines(modelled, predicting('classes'))).toContain('several classes')
  expect(whyNoLines(modelled, predicting('number'))).toContain('a number')
  expect(whyNoLines(modelled, predicting('probability'))).toContain('worked out from each case')
  expect(whyNoLines(decision(), predicting('number'))).toContain('No model')
  const custom = { kind: 'custom', options: {}, words: '' }
  expect(whyNoLines(decision({ policy: custom }), predicting('probability'))).toContain('policy')
})
