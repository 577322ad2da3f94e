import { formatNumber } from '../../format/number.ts'
import { formatBare, formatInUnit } from '../../format/unit.ts'

/** An effect in the unit of its goal, with its sign; of a share, in percentage points: `+3.1 pp`, `−12 ms`. */
export function formatEffect(value: number, unit: string): string {
  if (unit === '%') return `${formatSignedPart(value * 100)} pp`
  const known = knownPart(value)
  return signOf(known) + formatInUnit(Math.abs(known), unit)
}

/** An effect as a share of what the control has: `+12%`. */
export const formatRelative = (value: number): string => `${formatSignedPart(value * 100, 1)}%`

/** Where an effect may lie: `+0.4 to +5.8 pp`. */
export function formatReach([low, high]: readonly [number, number], unit: string): string {
  return unit === '%'
    ? `${formatSignedPart(low * 100)} to ${formatSignedPart(high * 100)} pp`
    : `${signOf(knownPart(low))}${formatBare(Math.abs(knownPart(low)), unit)} to ${formatEffect(high, unit)}`
}

/** A p-value with the digits that say something. */
export const formatP = (value: number): string =>
  value < 0.0001 ? 'p < 0.0001' : `p ${formatNumber(Number(value.toPrecision(2)))}`

/** Below it a difference is what computers make of none. */
const leastKnown = 1e-9

const knownPart = (value: number): number => (Math.abs(value) < leastKnown ? 0 : value)

/** Three digits, and no more than so many behind the point. */
function formatSignedPart(value: number, decimals = 3): string {
  const told = Number(Number(value.toPrecision(3)).toFixed(decimals))
  return signOf(told) + formatNumber(Math.abs(told))
}

const signOf = (value: number): string => (value > 0 ? '+' : value < 0 ? '−' : '')
