import { formatDollars, formatMeasured, formatMilliseconds, formatShare } from './number.ts'

const milliseconds = new Set(['ms', 'millisecond', 'milliseconds'])
const dollars = /^(\$|USD|dollars?)(?=\s|$)/

/**
 * A value in the unit of its goal. `%` is a share from 0 to 1 shown as a percentage; dollars and milliseconds are
 * shown by their signs, with what follows the word (`dollars a return`); other words follow the number.
 */
export function formatInUnit(value: number, unit: string): string {
  const bare = formatBare(value, unit)
  if (unit === '%' || milliseconds.has(unit)) return bare
  const word = unit.replace(dollars, '').trim()
  return word === '' ? bare : `${bare} ${word}`
}

/** The size of an effect in the unit of its goal, whichever way it goes; of a share, in percentage points. */
export function formatSize(effect: number, unit: string): string {
  const size = Math.abs(effect)
  return unit === '%' ? `${formatMeasured(100 * size)} pp` : formatInUnit(size, unit)
}

/** A value on an axis, where whole percentages are bare: `5%`. */
export const formatTick = (value: number, unit: string): string =>
  formatBare(value, unit).replace(/\.0(?=%)/, '')

/** A value in its unit, but for words that stand nearby already. */
export function formatBare(value: number, unit: string): string {
  if (unit === '%') return formatShare(value)
  if (milliseconds.has(unit)) return formatMilliseconds(value)
  return dollars.test(unit) ? formatDollars(value) : formatMeasured(value)
}
