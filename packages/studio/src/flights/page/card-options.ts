/** What a scorecard is asked with, as the address says it. */
export interface CardOptions {
  /** Public fields that split the main goal. */
  readonly slices?: readonly string[]
  /** How long before the flight a unit's own past is taken out (CUPED). */
  readonly before?: string
  /** Length of the stretches in which novelty is looked for. */
  readonly since?: string
}

/** Lengths of time to choose from. */
export const lengths = ['1 day', '3 days', '7 days', '14 days', '28 days'] as const

/** Reads the options from the address, leaving out what makes no sense. */
export function readCardOptions(search: Record<string, unknown>): CardOptions {
  const slices = Array.isArray(search.slices)
    ? search.slices.filter((one): one is string => typeof one === 'string' && one !== '')
    : []
  const before = lengthIn(search.before)
  const since = lengthIn(search.since)
  return {
    ...(slices.length > 0 && { slices }),
    ...(before !== undefined && { before }),
    ...(since !== undefined && { since }),
  }
}

const lengthIn = (value: unknown) => lengths.find((one) => one === value)

/** The options with one field more, or less where it was among them. */
export function toggled(options: CardOptions, field: string): CardOptions {
  const { slices = [], ...rest } = options
  const next = slices.includes(field) ? slices.filter((one) => one !== field) : [...slices, field]
  return { ...rest, ...(next.length > 0 && { slices: next }) }
}
