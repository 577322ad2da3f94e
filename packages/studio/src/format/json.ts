import type { Json } from 'holon'
import { formatNumber } from './number.ts'

/** A JSON value on one line for people: numbers with separators, texts bare, lists and objects written out. */
export function formatJson(value: Json | undefined): string {
  if (value === undefined) return 'nothing'
  if (typeof value === 'string') return value
  if (typeof value === 'number') return isYear(value) ? String(value) : formatNumber(value)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (value === null) return 'none'
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(formatJson).join('; ')
  return Object.entries(value)
    .map(([name, part]) => `${formatName(name)} ${formatJson(part)}`)
    .join(', ')
}

/** Years are not counted, so their thousands are not set apart. */
const isYear = (value: number): boolean => Number.isInteger(value) && value >= 1900 && value < 2100

/** A field name for people: `selfEmploymentIncome` becomes `self employment income`. */
export function formatName(name: string): string {
  const spaced = name.replace(/([a-z\d])([A-Z])/g, '$1 $2').replace(/[-_]+/g, ' ')
  return spaced.replace(/\b[A-Z][a-z]/g, (start) => start.toLowerCase())
}

/** The same, to begin a line with. */
export function formatTitle(name: string): string {
  const words = formatName(name)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A text as a sentence: with a capital, and a full stop unless it ends otherwise. */
export function formatSentence(text: string): string {
  const capital = text.charAt(0).toUpperCase() + text.slice(1)
  return /[\p{L}\p{N})]$/u.test(capital) ? `${capital}.` : capital
}
