import { mapInTurns } from './in-turns.ts'
import type { SeenDecision, SeenLog } from './log.ts'
import type { Watch } from './watch.ts'

/** A decision of a watch: whether it acted, and the watched value then. */
export interface Row {
  readonly unit: string
  readonly at: number
  readonly acted: boolean
  readonly propensity: number
  readonly value: number | null
  /** The value is one of the acting decision point. */
  readonly own: boolean
}

/** Decisions of which the unit is known, in the order given. */
export function rowsOf(
  { acts, unit, of, from, target }: Watch,
  decisions: readonly SeenDecision[],
  log: Pick<SeenLog, 'rest'>,
): Promise<readonly Row[]> {
  const own = from.name === target.decision
  return mapInTurns(decisions, log, (one): Row | undefined => {
    const named = unit === undefined ? one.person : one.value(unit)
    if (named === undefined || named === null) return undefined
    const value = one.value(of)
    return {
      ...{ unit: String(named), at: one.at, own },
      acted: acts.includes(one.experience),
      propensity: sharesOf(one, acts),
      value: typeof value === 'boolean' ? Number(value) : typeof value === 'number' ? value : null,
    }
  })
}

/** Probability of any of some experiences; sums of shares may leave 0 to 1 by a rounding. */
export const sharesOf = ({ probabilities }: SeenDecision, experiences: readonly string[]): number =>
  Math.min(
    1,
    experiences.reduce((sum, name) => sum + (probabilities[name] ?? 0), 0),
  )
