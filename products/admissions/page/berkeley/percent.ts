const format = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })

/** A share in percent, with one place at most. */
export const percent = (share: number): string => format.format(100 * share)
