import { short } from './short.ts'

/** With its sign. */
const sayChange = (value: number): string => `${value > 0 ? '+' : ''}${short(value)}`

/** How values of a goal are said in its unit: those of `%` are shares, said in hundredths. */
export interface SaysUnit {
  /** Behind a value, and behind a change; with a space before it where there is one. */
  readonly unit: string
  readonly changeUnit: string
  value(value: number): string
  change(value: number): string
}

export function inUnit(unit: string): SaysUnit {
  const scale = unit === '%' ? 100 : 1
  return {
    unit: unit === '' ? '' : ` ${unit}`,
    changeUnit: unit === '' ? '' : unit === '%' ? ' percentage points' : ` ${unit}`,
    value: (value) => short(scale * value),
    change: (value) => sayChange(scale * value),
  }
}

/** The size of a change, without a sign, in a unit. */
export function sizeIn(unit: string, size: number): string {
  const { value, changeUnit } = inUnit(unit)
  return `${value(size)}${changeUnit}`
}

/** An interval in words. */
export const sayInterval = ([lower, upper]: readonly [number, number], say = short): string =>
  `${say(lower)} to ${say(upper)}`

/** `1 goal`, `2 goals`. */
export const sayCount = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`
