/**
 * In which column each of some points on a vertical line stands, so that no two of a column are closer than `gap`.
 * Columns are counted from 0; beyond `columns` they share the last one.
 */
export function columnsOf(places: readonly number[], gap: number, columns: number): readonly number[] {
  const taken: number[][] = Array.from({ length: columns }, () => [])
  return places.map((place) => {
    const free = taken.findIndex((column) => column.every((other) => Math.abs(other - place) >= gap))
    const column = free === -1 ? columns - 1 : free
    taken[column]?.push(place)
    return column
  })
}

/** The same places, moved apart downwards as little as needed for a gap, in their order from top to bottom. */
export function spreadOut(places: readonly number[], gap: number): readonly number[] {
  const order = places.map((_, index) => index).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0))
  const moved = [...places]
  let last = Number.NEGATIVE_INFINITY
  for (const index of order) {
    last = Math.max(places[index] ?? 0, last + gap)
    moved[index] = last
  }
  return moved
}
