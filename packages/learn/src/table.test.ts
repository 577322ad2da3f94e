import { expect, test } from 'vitest'
import { tableOf, take } from './table.ts'

test('takes rows in the order asked for, with repeats', () => {
  const table = tableOf([{ x: 1 }, { x: true }, { x: 3.5 }], ['x'])
  const taken = take(table, [2, 0, 2])
  expect(taken.rows).toBe(3)
  expect([...(taken.columns[0] ?? [])]).toEqual([3.5, 1, 3.5])
})

test.each([
  [{}, 'feature "x" of row 0 is missing'],
  [{ x: 'one' }, 'feature "x" of row 0 is "one"'],
  [{ x: Number.NaN }, 'feature "x" of row 0'],
  [{ x: 1e300 }, 'feature "x" of row 0 is 1e+300'],
])('refuses %j', (row, message) => {
  expect(() => tableOf([row], ['x'])).toThrow(message)
})
