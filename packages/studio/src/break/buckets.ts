import { healthOf } from '../decisions/health.ts'
import type { Decided } from '../wire/entries.ts'

/** Times (seconds since 1970), degraded shares and median milliseconds of stretches of time. Null where nothing was decided. */
export type Buckets = readonly [number[], (number | null)[], (number | null)[]]

const sizes = [1_000, 2_000, 5_000, 10_000, 30_000, 60_000, 300_000] as const

/** Length in milliseconds of stretches of which `count` cover all these decisions, as far as five minutes each do. */
export function bucketSize(decisions: readonly Decided[], count: number): number {
  const span = (decisions[0]?.at ?? 0) - (decisions.at(-1)?.at ?? 0)
  return sizes.find((size) => size * (count - 1) >= span) ?? 300_000
}

/** Cuts decisions, newest first, into stretches of `size` milliseconds that begin with the oldest of
 * the last `count` in which something was decided, and end with the newest. */
export function bucketsOf(decisions: readonly Decided[], size: number, count: number): Buckets {
  const newest = decisions[0]?.at ?? 0
  const end = Math.ceil((newest + 1) / size) * size
  const parts = Array.from({ length: count }, (): Decided[] => [])
  for (const decided of decisions) parts[count - 1 - Math.floor((end - 1 - decided.at) / size)]?.push(decided)
  const begin = Math.max(
    0,
    parts.findIndex((part) => part.length > 0),
  )
  const healths = parts.slice(begin).map(healthOf)
  return [
    healths.map((_, index) => (end - (count - 1 - begin - index) * size) / 1000),
    healths.map((health) => health.degradedShare ?? null),
    healths.map((health) => health.medianMilliseconds ?? null),
  ]
}
