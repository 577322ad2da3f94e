import type { Row } from './logged-choice.ts'
import { meanOf } from './terms.ts'
import { everyActionKnown, type Moments, rewardSkewness, skewnessSquared } from './weights.ts'

/** What would make an answer possible. */
export interface ExplorationNeeded {
  /** Share of decisions to be drawn uniformly among all actions. */
  readonly share: number
  /** About how many decisions, logged so, would do. */
  readonly decisions: number
}

/** Shares that are offered, in this order; the first with which as many decisions as were logged would do. */
const shares = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5] as const

/** Offered with the number of decisions that it takes, where none would do in so few. */
const usual = 0.1

/**
 * Twice what the normal approximation asks for (see `ClusteredError`), so that chance does not undo it, and an interval of
 * half a standard deviation of the rewards either way.
 */
const skewnessRule = 50
const widthRule = 4 * 1.96 ** 2
const fewest = 30

/**
 * How much exploration would make the value of the target known. Undefined where neither every action of a decision nor
 * their number is known.
 */
export function explorationNeeded(
  rows: readonly Row[],
  { actions, binary }: { readonly actions: number | undefined; readonly binary: boolean },
): ExplorationNeeded | undefined {
  if (!everyActionKnown(rows) && actions === undefined) return undefined
  // The interval of yes-or-no rewards does not rest on their being symmetric.
  const reward = binary ? 0 : rewardSkewness(rows)
  const needed = (share: number): number => decisionsNeeded(momentsUnder(rows, share, actions), reward)
  const logged = rows.reduce((sum, { count }) => sum + count, 0)
  const share = shares.find((one) => needed(one) <= logged) ?? usual
  return { share, decisions: roundedUp(needed(share)) }
}

function decisionsNeeded(moments: Moments, rewardSkewnessSquared: number): number {
  const { second, third } = moments
  const rare = second > 0 ? (third ** 2 / second ** 3) * rewardSkewnessSquared : 0
  return Math.max(skewnessRule * skewnessSquared(moments), skewnessRule * rare, widthRule * second, fewest)
}

/** The weights there would be if a share of decisions were drawn uniformly. */
function momentsUnder(rows: readonly Row[], share: number, count: number | undefined): Moments {
  const explored = (logged: number, among: number): number => (1 - share) * logged + share / among
  if (everyActionKnown(rows)) {
    const of = (by: number): number =>
      meanOf(rows, ({ actions = [] }) => {
        let sum = 0
        for (const { logged, target } of actions)
          sum += target * (target / explored(logged, actions.length)) ** by
        return sum
      })
    return { first: of(0), second: of(1), third: of(2) }
  }
  // Only the action taken is known: the log, weighted, stands for what the target would take.
  const size = meanOf(rows, ({ weight }) => weight)
  const of = (by: number): number =>
    meanOf(rows, ({ weight, target, logged }) => weight * (target / explored(logged, count ?? 1)) ** by) /
    (size > 0 ? size : 1)
  return { first: 1, second: of(1), third: of(2) }
}

/** To two digits. */
function roundedUp(value: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1)
  return Math.ceil(value / unit) * unit
}
