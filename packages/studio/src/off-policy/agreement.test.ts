import { expect, test } from 'vitest'
import { agreementWords } from './agreement.ts'

const said = (estimator: string, value: number | null, interval: readonly [number, number] | null) => ({
  ...{ estimator, value, interval },
  difference: { value: null, interval: null },
})
const first = said('doubly-robust', 0.5, [0.4, 0.6])
const near = said('self-normalised', 0.7, [0.45, 0.9])
const far = said('direct', 0.9, [0.8, 1])

test('estimators agree where one of the intervals holds the value of the other', () => {
  expect(agreementWords({ estimates: [first, near] })).toBe('All 2 estimators agree within their intervals.')
  expect(agreementWords({ estimates: [first, near, far] })).toMatch(
    /^Direct method disagrees with Doubly robust; the other one agrees/,
  )
  expect(agreementWords({ estimates: [first, far, { ...far, estimator: 'switch' }] })).toMatch(
    /^Direct method and Switch disagree with Doubly robust: /,
  )
})

test('what has no answer does not count', () => {
  expect(agreementWords({ estimates: [said('direct', null, null)] })).toBe('No estimator has an answer.')
  expect(agreementWords({ estimates: [first, said('direct', null, null)] })).toBe(
    'Only Doubly robust has an answer.',
  )
})
