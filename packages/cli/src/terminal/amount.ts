/** A number in so many digits; `?` where it is not known. */
export const amount = (value: number | null, digits = 3): string =>
  value === null ? '?' : `${Number(value.toPrecision(digits))}`
