/** A number in three digits, or all before the point. */
export const sayNumber = (value: number): string =>
  String(Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3)))

/** With its sign. */
export const sayChange = (value: number): string => `${value > 0 ? '+' : ''}${sayNumber(value)}`

/** An interval in words. */
export const sayInterval = ([lower, upper]: readonly [number, number], say = sayNumber): string =>
  `${say(lower)} to ${say(upper)}`

/** `1 goal`, `2 goals`. */
export const sayCount = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`
