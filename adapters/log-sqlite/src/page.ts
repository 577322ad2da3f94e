/** Stored entries as columns. `more`: the answer was getting long, there may be others after these. */
export interface Page {
  readonly positions: readonly number[]
  readonly entries: readonly string[]
  readonly more: boolean
}

/** What fits one answer: parsing it must not hold up the event loop for more than a few milliseconds. */
const mostEntries = 500
const mostCharacters = 500_000

/** As many of the found entries as fit one answer, at most `limit`. */
export function pageOf(found: Iterable<readonly [position: number, entry: string]>, limit: number): Page {
  const positions: number[] = []
  const entries: string[] = []
  let characters = 0
  for (const [position, entry] of limit < 1 ? [] : found) {
    positions.push(position)
    entries.push(entry)
    characters += entry.length
    if (entries.length >= limit) break
    if (entries.length === mostEntries || characters >= mostCharacters)
      return { positions, entries, more: true }
  }
  return { positions, entries, more: false }
}
