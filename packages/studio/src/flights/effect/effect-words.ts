import { formatNumber } from '../../format/number.ts'
import { formatInUnit } from '../../format/unit.ts'

/** An effect in the unit of its goal, with its sign; of a share, in percentage points: `+3.1 pp`, `−12 ms`. */
export function formatEffect(value: number, unit: string): string {
  if (unit === '%') return `${formatSignedPart(value * 100)} pp`
  return signOf(value) + formatInUnit(Math.abs(value), unit)
}

/** An effect as a share of what the control has: `+12%`. */
export const formatRelative = (value: number): string => `${formatSignedPart(value * 100)}%`

/** Where an effect may lie: `+0.4 to +5.8 pp`. */
export function formatReach([low, high]: readonly [number, number], unit: string): string {
  return unit === '%'
    ? `${formatSignedPart(low * 100)} to ${formatSignedPart(high * 100)} pp`
    : `${formatEffect(low, unit)} to ${formatEffect(high, unit)}`
}

/** A p-value with the digits that say something. */
export const formatP = (value: number): string =>
  value < 0.0001 ? 'p < 0.0001' : `p ${formatNumber(Number(value.toPrecision(2)))}`

const formatSignedPart = (value: number): string =>
  signOf(value) + formatNumber(Math.abs(Number(value.toPrecision(3)) || 0))

const signOf = (value: number): string => (value > 0 ? '+' : value < 0 ? '−' : '')
