import { HolonError } from 'holon'

/** The text of a query parameter; undefined when absent. @throws HolonError `request-invalid` when given twice */
export function textOf(query: unknown, name: string): string | undefined {
  const value = (query as Readonly<Record<string, unknown>>)[name]
  if (value === undefined || typeof value === 'string') return value
  throw invalid(name, 'once')
}

/**
 * The whole number of a query parameter; undefined when absent.
 *
 * @throws HolonError `request-invalid` when it is not a whole number from `least` to `most`
 */
export function integerOf(query: unknown, name: string, least: number, most: number): number | undefined {
  const value = textOf(query, name)
  if (value === undefined) return undefined
  const number = Number(value)
  if (value.trim() !== '' && Number.isInteger(number) && number >= least && number <= most) return number
  throw invalid(name, `as a whole number from ${least} to ${most}`)
}

/** The number of a query parameter; undefined when absent. @throws HolonError `request-invalid` when it is none */
export function numberOf(query: unknown, name: string): number | undefined {
  const value = textOf(query, name)
  if (value === undefined) return undefined
  const number = Number(value)
  if (value.trim() !== '' && Number.isFinite(number)) return number
  throw invalid(name, 'as a number')
}

/** The time a query is about: milliseconds since 1970, from inclusive, to exclusive. */
export function periodOf(query: unknown): { readonly from?: number; readonly to?: number } {
  const from = integerOf(query, 'from', 0, Number.MAX_SAFE_INTEGER)
  const to = integerOf(query, 'to', 0, Number.MAX_SAFE_INTEGER)
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
}

function invalid(name: string, how: string): HolonError {
  return new HolonError('request-invalid', `The query parameter "${name}" cannot be read.`, `Give it ${how}.`)
}
