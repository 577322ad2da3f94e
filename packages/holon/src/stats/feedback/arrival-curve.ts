/** What answers changed that took a time within one stretch: how many, the sum of what they changed, and of its squares. */
export interface ArrivedIn {
  readonly n: number
  readonly sum: number
  readonly squares: number
}

/** How soon answers come, of all that ever come in time. */
export interface ArrivalCurve {
  /** Ages at which stretches begin and end, from 0, in any unit. */
  readonly edges: readonly number[]
  /** Share that comes within each stretch; together 1. */
  readonly shares: readonly number[]
  /** Of each stretch, squares of what single answers changed over the square of what all changed. */
  readonly squares: readonly number[]
  /** Answers that the curve is seen from. */
  readonly answers: number
}

/**
 * The arrival curve of decisions whose window has passed, so that no answer is missing: the empirical distribution of
 * delays, by stretches, weighted by how much each answer changed (1 for a yes where silence counts as no).
 *
 * Decisions whose window is open would bias it to the quick: their slow answers are not there yet (right truncation, J. D.
 * Kalbfleisch and J. F. Lawless, 1989), and without a window that has passed the share that comes later is not known from
 * any number of them. So they are left out, and there is no curve (undefined) before answers of others are there.
 *
 * @example
 * ```ts
 * const curve = arrivalCurve([0, 1, 7, 30], [
 *   { n: 60, sum: 60, squares: 60 }, { n: 30, sum: 30, squares: 30 }, { n: 10, sum: 10, squares: 10 },
 * ])
 * curve?.shares // [0.6, 0.3, 0.1]
 * ```
 */
export function arrivalCurve(
  edges: readonly number[],
  stretches: readonly ArrivedIn[],
): ArrivalCurve | undefined {
  const total = stretches.reduce((sum, one) => sum + one.sum, 0)
  if (total === 0) return undefined
  return {
    edges,
    shares: stretches.map(({ sum }) => sum / total),
    squares: stretches.map(({ squares }) => squares / (total * total)),
    answers: stretches.reduce((sum, { n }) => sum + n, 0),
  }
}

/** Of decisions of known ages, how much of what their answers will change has been heard of. */
export interface Arrived {
  /** Sum over decisions of the share that has come by their age. */
  readonly sum: number
  /** Sum of the squares of these shares. */
  readonly squares: number
  /** Variance of the sum, from the curve being an estimate. */
  readonly variance: number
}

/**
 * What has arrived for as many decisions of each stretch of ages, taken as spread evenly over the stretch. The sum is a
 * mean over the answers of the curve (of how many decisions are older than the answer took), hence its variance by the
 * delta method of a ratio of sums.
 */
export function arrivedFor({ shares, squares, answers }: ArrivalCurve, ages: readonly number[]): Arrived {
  let before = 0
  const ends = shares.map((share) => {
    const from = before
    before += share
    return [from, before] as const
  })
  const sum = ends.reduce((all, [from, to], i) => all + ((ages[i] ?? 0) * (from + to)) / 2, 0)
  const older = shares.map((_, i) => (ages[i] ?? 0) / 2 + ages.slice(i + 1).reduce((a, b) => a + b, 0))
  const spread = squares.reduce((all, square, i) => all + square * ((older[i] ?? 0) - sum) ** 2, 0)
  return {
    sum,
    squares: ends.reduce(
      (all, [from, to], i) => all + ((ages[i] ?? 0) * (from * from + from * to + to * to)) / 3,
      0,
    ),
    variance: answers > 1 ? (spread * answers) / (answers - 1) : Infinity,
  }
}
