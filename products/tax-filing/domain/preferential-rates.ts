/** Where the 0 and the 15 percent rate of gains end. Taxable income, dollars. */
export interface PreferentialThresholds {
  readonly at0UpTo: number
  readonly at15UpTo: number
}

/** How gains and qualified dividends spread over their three rates. Dollars. */
export interface PreferentialSlices {
  readonly at0: number
  readonly at15: number
  readonly at20: number
}

/**
 * Spreads gains over 0, 15 and 20 percent: they lie on top of the ordinary income and use what it left of each step
 * (Internal Revenue Code section 1(h); Qualified Dividends and Capital Gain Tax Worksheet; Form 6251, part III).
 */
export function preferentialSlices(
  preferential: number,
  ordinary: number,
  thresholds: PreferentialThresholds,
): PreferentialSlices {
  const room0 = Math.max(0, thresholds.at0UpTo - ordinary)
  const at0 = Math.min(preferential, room0)
  const room15 = Math.max(0, thresholds.at15UpTo - ordinary - room0)
  const at15 = Math.min(preferential - at0, room15)
  return { at0, at15, at20: preferential - at0 - at15 }
}

/** The tax on gains spread over their rates. */
export function preferentialTax({ at15, at20 }: PreferentialSlices): number {
  return (15 * at15 + 20 * at20) / 100
}
