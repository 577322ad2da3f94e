import { expect, test } from 'vitest'
import { waitingWords } from './waiting-words.ts'

const day = 86_400_000
const now = Date.UTC(2026, 2, 3, 12)
const waiting = {
  ...{ n: 1291, within: '30 days', next: now + 9 * day, because: '' },
  early: { value: 0.017, interval: [0.007, 0.044], arrived: 0.8, seenFrom: 41 },
} as const

test('says beside a number what waits, until when, and what to expect of it', () => {
  expect(waitingWords(waiting, { counted: 10, unit: '%', now })).toEqual({
    waits:
      '1,291 decisions of the last 30 days wait for what may still come; the next counts on 12 Mar 2026.',
    expected:
      'Early estimate for them: 1.7% (0.70% to 4.4%). 80.0% of their answers should have come, by how soon 41 earlier ones came.',
  })
})

test('says that nothing counts yet, and why nothing is expected', () => {
  const unknown = { ...waiting, n: 1, within: '1 day', early: null, because: 'Nobody knows.' }
  expect(waitingWords({ ...unknown, next: now + 9 * day }, { counted: 0, unit: '', now })).toEqual({
    waits:
      'Nothing counts yet: the only decision waits for what may come within 1 day. The first counts on 12 Mar 2026.',
    expected: 'Nobody knows.',
  })
})

test('says the time of what counts soon, and one of one', () => {
  const one = { ...waiting, n: 1, within: '1 day', next: now + 3_600_000 }
  const { waits, expected } = waitingWords(one, { counted: 10, unit: '', now })
  expect(waits).toMatch(
    /^1 decision of the last day waits for what may still come; the next counts on .*\d\d:\d\d/,
  )
  expect(expected).toMatch(/^Early estimate for it: 0.017/)
})
