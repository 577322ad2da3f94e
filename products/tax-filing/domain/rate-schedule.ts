/**
 * The rates of the seven brackets in percent (Internal Revenue Code section 1(j)). Whole percents, so that
 * products with half dollars are exact in binary arithmetic and rounding at .5 is never a matter of luck.
 */
const ratePercents = Object.freeze([10, 12, 22, 24, 32, 35, 37] as const)

/** The part of an income that falls into one bracket. */
export interface BracketSlice {
  readonly percent: number
  /** Dollars taxed at that rate, above 0. */
  readonly amount: number
}

/** Cuts an income at the upper ends of the first six brackets; empty when there is nothing to tax. */
export function bracketSlices(income: number, brackets: readonly number[]): BracketSlice[] {
  const slices: BracketSlice[] = []
  let from = 0
  for (const [index, percent] of ratePercents.entries()) {
    if (income <= from) break
    const to = brackets[index] ?? Infinity
    slices.push({ percent, amount: Math.min(income, to) - from })
    from = to
  }
  return slices
}

/**
 * Tax on an income by the rate schedule, to the fraction of a cent; 0 for an income of 0 or less.
 *
 * @example
 * ```ts
 * scheduleTax(50_000, year2024.brackets.single) // 6053: 10 % of 11,600, 12 % of 35,550, 22 % of 2,850
 * ```
 */
export function scheduleTax(income: number, brackets: readonly number[]): number {
  let percentDollars = 0
  for (const { percent, amount } of bracketSlices(income, brackets)) percentDollars += percent * amount
  return percentDollars / 100
}

/** The rate in percent that the next dollar of ordinary income bears. */
export function marginalPercent(income: number, brackets: readonly number[]): number {
  const index = brackets.findIndex((end) => income < end)
  return ratePercents[index === -1 ? ratePercents.length - 1 : index] ?? 0
}
