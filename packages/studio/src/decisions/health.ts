import type { Decided } from '../wire/entries.ts'
import { totalMilliseconds } from './prediction.ts'

/** How a run of decisions went. Undefined where there is none to tell. */
export interface DecisionHealth {
  readonly n: number
  readonly degradedShare: number | undefined
  readonly medianMilliseconds: number | undefined
}

/** Share of decisions that fell back, and the median time they took. */
export function healthOf(decisions: readonly Decided[]): DecisionHealth {
  const n = decisions.length
  if (n === 0) return { n, degradedShare: undefined, medianMilliseconds: undefined }
  const times = decisions.map(totalMilliseconds).sort((a, b) => a - b)
  const middle = (times[Math.floor((n - 1) / 2)] ?? 0) + (times[Math.ceil((n - 1) / 2)] ?? 0)
  const degraded = decisions.filter((decision) => decision.degraded).length
  return { n, degradedShare: degraded / n, medianMilliseconds: middle / 2 }
}
