/** A share in percent, with one place at most. */
export const percent = (share: number): string =>
  new Intl.NumberFormat('en', { maximumFractionDigits: 1 }).format(100 * share)
