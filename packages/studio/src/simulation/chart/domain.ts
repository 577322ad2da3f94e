import type { Domain } from '../../experience/scale.ts'

/** What has to be seen on a chart. */
interface Shown {
  /** Values, true values and targets: always within it. */
  readonly values: readonly (number | null)[]
  /** Intervals: as far as they do not flatten the values. */
  readonly intervals?: readonly (readonly [number, number] | null)[]
  /** A share from 0 to 1. */
  readonly share?: boolean
}

/** The stretch of values that a chart shows: all values, and intervals as far as once more the stretch of the values. */
export function domainOf({ values, intervals = [], share = false }: Shown): Domain {
  const known = values.filter((value) => value !== null)
  const ends = intervals.flatMap((interval) => interval ?? [])
  if (known.length === 0 && ends.length === 0) return [0, 1]
  const core = extent(known.length > 0 ? known : ends)
  const spread = core[1] - core[0]
  const whole = extent([...core, ...ends])
  const low = spread > 0 ? Math.max(whole[0], core[0] - spread) : whole[0]
  const high = spread > 0 ? Math.min(whole[1], core[1] + spread) : whole[1]
  return withRoom([low, high], share)
}

function withRoom([low, high]: Domain, share: boolean): Domain {
  const room = (high - low || Math.abs(high) || 1) * 0.08
  const least = low >= 0 && low - room < 0 ? 0 : low - room
  return share && high <= 1 ? [Math.max(0, least), Math.min(1, high + room)] : [least, high + room]
}

const extent = (numbers: readonly number[]): Domain => [Math.min(...numbers), Math.max(...numbers)]
