import type { GoalStatus, Target } from '../spec/api.ts'
import type { Waiting } from '../spec/waiting.ts'
import { sayFirst, sayWaiting } from './delay/words.ts'
import type { Estimate } from './estimate.ts'
import { short } from './short.ts'

/**
 * Whether a goal is reached. No evidence is not a pass: `met` only if the whole interval is on the right side of the
 * target, `missed` only if the whole interval is on the wrong side, else `inconclusive`. What waits is only told of.
 *
 * @example
 * ```ts
 * judge({ atLeast: 0.6 }, { value: 0.71, interval: [0.63, 0.78], n: 143 })
 * // { status: 'met', because: '0.71 of 143, interval 0.63 to 0.78, target at least 0.6' }
 * ```
 */
export function judge(
  target: Target,
  estimate: Estimate,
  waiting?: Waiting,
): { readonly status: GoalStatus; readonly because: string } {
  return {
    status:
      estimate.n === 0 || estimate.interval === null ? 'inconclusive' : compare(target, estimate.interval),
    because: `${evidence(estimate, waiting)}, target ${wanted(target)}`,
  }
}

function compare(target: Target, [low, high]: readonly [number, number]): GoalStatus {
  const { least, most } = bounds(target)
  if (low >= least && high <= most) return 'met'
  return high < least || low > most ? 'missed' : 'inconclusive'
}

function bounds(target: Target): { readonly least: number; readonly most: number } {
  if ('atLeast' in target) return { least: target.atLeast, most: Infinity }
  if ('atMost' in target) return { least: -Infinity, most: target.atMost }
  return { least: target.between[0], most: target.between[1] }
}

function evidence(estimate: Estimate, waiting: Waiting | undefined): string {
  if (waiting === undefined) return observed(estimate)
  return estimate.n === 0 ? sayFirst(waiting) : `${observed(estimate)}, ${sayWaiting(waiting)}`
}

function observed({ value, interval, n }: Estimate): string {
  if (n === 0) return 'nothing observed yet'
  const found = value === null ? `no value of ${n}` : `${short(value)} of ${n}`
  return interval === null
    ? `${found}, too few for an interval`
    : `${found}, interval ${short(interval[0])} to ${short(interval[1])}`
}

function wanted(target: Target): string {
  if ('atLeast' in target) return `at least ${short(target.atLeast)}`
  if ('atMost' in target) return `at most ${short(target.atMost)}`
  return `${short(target.between[0])} to ${short(target.between[1])}`
}
