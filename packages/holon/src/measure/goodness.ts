import type { Target } from '../spec/api.ts'

/** How good a value is, in its own unit: higher is better. Of a goal with two ends, how little it misses them. */
export function goodness(target: Target, value: number): number {
  if ('atLeast' in target) return value
  if ('atMost' in target) return -value
  const [least, most] = target.between
  return Math.min(0, value - least, most - value)
}
