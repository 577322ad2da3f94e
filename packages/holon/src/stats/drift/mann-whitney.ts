import { requirePaired } from '../argument.ts'
import { normalSurvival } from '../distribution/normal.ts'
import type { Alternative, TestResult } from '../test/test-result.ts'

/**
 * The Mann-Whitney test that values of one sample tend to be larger, by the normal limit with corrections for
 * ties and continuity. The statistic is the number of pairs in which x is larger, ties counting half.
 * `greater`: x tends to be larger.
 */
export function mannWhitneyTest(
  x: readonly number[],
  y: readonly number[],
  alternative: Alternative = 'two-sided',
): TestResult {
  requirePaired([x.length > 0], [y.length > 0])
  const { wins, ties } = comparePairs(x, y)
  const pairs = x.length * y.length
  const n = x.length + y.length
  const deviation = Math.sqrt((pairs / 12) * (n + 1 - ties / (n * (n - 1))))
  const excess = wins - pairs / 2
  const z = (towards: number): number => (deviation === 0 ? 0 : (towards - 0.5) / deviation)
  const pValue =
    alternative === 'two-sided'
      ? Math.min(1, 2 * normalSurvival(z(Math.abs(excess))))
      : normalSurvival(z(alternative === 'greater' ? excess : -excess))
  return { statistic: wins, pValue }
}

/** Pairs that x wins, and the sum of t^3 - t over groups of t equal values. */
function comparePairs(x: readonly number[], y: readonly number[]): { wins: number; ties: number } {
  const counts = new Map<number, { x: number; y: number }>()
  const cellOf = (value: number): { x: number; y: number } => {
    const cell = counts.get(value) ?? { x: 0, y: 0 }
    counts.set(value, cell)
    return cell
  }
  for (const value of x) cellOf(value).x += 1
  for (const value of y) cellOf(value).y += 1
  let wins = 0
  let ties = 0
  let yBelow = 0
  for (const [, cell] of [...counts].sort(([a], [b]) => a - b)) {
    wins += cell.x * (yBelow + cell.y / 2)
    yBelow += cell.y
    ties += (cell.x + cell.y) ** 3 - (cell.x + cell.y)
  }
  return { wins, ties }
}
