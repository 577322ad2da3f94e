import type { Stretch } from 'holon'

/** How far to look back, and how finely. */
export const spans = [
  { name: 'hour', label: 'Last hour', every: '1 minute', length: 60_000, count: 60 },
  { name: 'days', label: 'Last 2 days', every: '1 hour', length: 3_600_000, count: 48 },
  { name: 'months', label: 'Last 2 months', every: '1 day', length: 86_400_000, count: 60 },
] as const

export type Span = (typeof spans)[number]

/** When the span that ends at a time begins: at the start of a stretch. */
export const beginOf = ({ length, count }: Span, now: number): number =>
  (Math.floor(now / length) - count + 1) * length

/** Every stretch of the span, those in which nothing was decided among them. */
export function filled(span: Span, now: number, times: readonly Stretch[]): readonly Stretch[] {
  const { length, count } = span
  const begin = beginOf(span, now)
  const known = new Map(times.map((one) => [Math.floor(one.from / length), one]))
  return Array.from({ length: count }, (_, index) => {
    const from = begin + index * length
    return known.get(from / length) ?? { from, n: 0, of: 0 }
  })
}

/** How many of how many over all stretches. */
export const totalOf = (times: readonly Stretch[]): Pick<Stretch, 'n' | 'of'> => ({
  n: times.reduce((sum, one) => sum + one.n, 0),
  of: times.reduce((sum, one) => sum + one.of, 0),
})
