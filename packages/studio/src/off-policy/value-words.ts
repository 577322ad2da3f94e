import type { PolicyValue } from 'holon'
import { formatNumber, formatPoints } from '../format/number.ts'
import { formatBare, formatInUnit } from '../format/unit.ts'

/** A value with its interval. */
export function valueIn({ value, interval }: PolicyValue, unit: string): string {
  if (value === null) return 'not known'
  if (interval === null) return formatInUnit(value, unit)
  return `${formatInUnit(value, unit)} (${formatBare(interval[0], unit)} to ${formatBare(interval[1], unit)})`
}

/** A difference with its sign and interval: of shares in percentage points. */
export function differenceIn({ value, interval }: PolicyValue, unit: string): string {
  if (value === null) return 'not known'
  const told = (one: number): string => (unit === '%' ? formatPoints(one) : signed(one, unit))
  if (interval === null) return told(value)
  const bare = (one: number): string => told(one).replace(/ pp$/, '')
  return `${told(value)} (${bare(interval[0])} to ${bare(interval[1])})`
}

/** How large a difference is, without its sign. */
export const sizeIn = (difference: number, unit: string): string =>
  unit === '%'
    ? `${formatNumber(Number((100 * Math.abs(difference)).toFixed(1)))} percentage points`
    : formatInUnit(Math.abs(difference), unit)

const signed = (one: number, unit: string): string => `${one > 0 ? '+' : ''}${formatBare(one, unit)}`
