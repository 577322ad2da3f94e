/** A number in words: three digits, or all before the point. */
export const short = (value: number): string =>
  String(Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3)))
