const bars = '▁▂▃▄▅▆▇█'
const widest = 32

/**
 * Numbers over time as a line of bars, from the least to the greatest; a gap where there is none. More than fit are
 * averaged together.
 *
 * @example
 * ```ts
 * sparkline([1, 2, null, 8]) // '▁▂ █'
 * ```
 */
export function sparkline(values: readonly (number | null)[]): string {
  const shown = fitted(values)
  const known = shown.filter((value) => value !== null)
  const [least, most] = [Math.min(...known), Math.max(...known)]
  return shown.map((value) => (value === null ? ' ' : barOf(value, least, most))).join('')
}

function barOf(value: number, least: number, most: number): string {
  const place = most === least ? 3 : Math.floor(((value - least) / (most - least)) * bars.length)
  return bars[Math.min(place, bars.length - 1)] as string
}

function fitted(values: readonly (number | null)[]): readonly (number | null)[] {
  const together = Math.ceil(values.length / widest)
  if (together <= 1) return values
  return Array.from({ length: Math.ceil(values.length / together) }, (_, place) => {
    const part = values.slice(place * together, (place + 1) * together).filter((value) => value !== null)
    return part.length === 0 ? null : part.reduce((sum, value) => sum + value, 0) / part.length
  })
}
