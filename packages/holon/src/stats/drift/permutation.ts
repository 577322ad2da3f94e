import { requireCount, requirePaired } from '../argument.ts'
import { seededRandom } from '../random/seeded.ts'
import type { TestResult } from '../test/test-result.ts'

/** A distance between counts of two samples over the same categories. */
export type CountDistance = (reference: readonly number[], current: readonly number[]) => number

/**
 * How often a random split of both samples together is at least as far apart as the observed one. The seed
 * makes it repeatable; the p-value has a standard error of at most 1 / (2 sqrt(draws)).
 */
export function permutationTest(
  reference: readonly number[],
  current: readonly number[],
  distance: CountDistance,
  { draws = 2000, seed = 1 }: { draws?: number; seed?: number | string } = {},
): TestResult {
  requirePaired(reference, current)
  requireCount('draws', draws, 1)
  const statistic = distance(reference, current)
  const random = seededRandom(seed)
  const pool = reference.flatMap((count, i) => new Array<number>(count + (current[i] ?? 0)).fill(i))
  const size = reference.reduce((sum, count) => sum + count, 0)
  const total = reference.map((count, i) => count + (current[i] ?? 0))
  let asFar = 0
  for (let draw = 0; draw < draws; draw += 1) {
    const first = reference.map(() => 0)
    for (let i = 0; i < size; i += 1) {
      const pick = i + Math.floor(random.next() * (pool.length - i))
      const category = pool[pick] ?? 0
      pool[pick] = pool[i] ?? 0
      pool[i] = category
      first[category] = (first[category] ?? 0) + 1
    }
    const second = total.map((count, i) => count - (first[i] ?? 0))
    // Sums of shares that are equal on paper may differ in the last digit.
    if (distance(first, second) >= statistic - 1e-12) asFar += 1
  }
  return { statistic, pValue: asFar / draws }
}
