import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupedFolds, outOfFold, stratifiedFolds } from './folds.ts'

const foldCount = fc.integer({ min: 2, max: 5 })

test('stratified folds differ by at most one row of each label, and by the seed', () => {
  const labels = fc.array(fc.constantFrom(0, 1), { minLength: 20, maxLength: 100 })
  fc.assert(
    fc.property(labels, foldCount, fc.integer(), (given, count, seed) => {
      fc.pre([0, 1].every((label) => given.filter((other) => other === label).length >= count))
      const folds = stratifiedFolds(given, count, seed)
      expect(stratifiedFolds(given, count, seed)).toEqual(folds)
      for (const label of [0, 1]) {
        const sizes = new Array<number>(count).fill(0)
        folds.forEach((fold, row) => {
          if (given[row] === label) sizes[fold] = (sizes[fold] ?? 0) + 1
        })
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
      }
    }),
  )
})

test('grouped folds keep groups whole and leave no fold empty', () => {
  const groups = fc.array(fc.constantFrom(...'abcdefghij'), { minLength: 10, maxLength: 100 })
  fc.assert(
    fc.property(groups, foldCount, fc.integer(), (given, count, seed) => {
      fc.pre(new Set(given).size >= count)
      const folds = groupedFolds(given, count, seed)
      const seen = new Map<string, number>()
      given.forEach((group, row) => {
        expect(seen.get(group) ?? folds[row]).toBe(folds[row])
        seen.set(group, folds[row] ?? -1)
      })
      expect(new Set(folds).size).toBe(count)
    }),
  )
})

test('no row is predicted by a model that saw it, and every row is predicted', () => {
  const folds = stratifiedFolds([0, 1, 0, 1, 0, 1, 0, 1], 4, 3)
  const predicted = outOfFold(folds, (train) => {
    const seen = new Set(train)
    return (test) => Float64Array.from(test, (row) => (seen.has(row) ? Number.NaN : row))
  })
  expect([...predicted]).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
})

test('refuses more folds than there are rows of a label', () => {
  expect(() => stratifiedFolds([0, 0, 0, 1], 2, 1)).toThrow('2 folds of 1 rows of one label')
  expect(() => groupedFolds(['a', 'a'], 2, 1)).toThrow('2 folds of 1 groups')
})
