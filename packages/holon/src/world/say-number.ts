import { short } from '../measure/short.ts'

/** With its sign. */
export const sayChange = (value: number): string => `${value > 0 ? '+' : ''}${short(value)}`

/** An interval in words. */
export const sayInterval = ([lower, upper]: readonly [number, number], say = short): string =>
  `${say(lower)} to ${say(upper)}`

/** `1 goal`, `2 goals`. */
export const sayCount = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`
