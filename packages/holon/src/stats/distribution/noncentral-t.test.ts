import { expect, test } from 'vitest'
import { noncentralTCdf } from './noncentral-t.ts'
import { studentCdf } from './student-t.ts'

test('is Student’s distribution without a shift', () => {
  for (const x of [-3, -0.5, 0, 1, 4]) expect(noncentralTCdf(x, 7, 0)).toBeCloseTo(studentCdf(x, 7), 12)
})

// SciPy's values (Boost).
test.each([
  [2, 10, 1, 0.8076115625303752],
  [-1, 5, 0.5, 0.08244409105672337],
  [1.6451, 9998, 2.9, 0.10476547967016818],
  [30, 20, 25, 0.8305613288019649],
])('at x %d with %d degrees of freedom, shifted by %d', (x, freedom, shift, expected) => {
  expect(noncentralTCdf(x, freedom, shift)).toBeCloseTo(expected, 9)
})
