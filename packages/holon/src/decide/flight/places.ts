/** A stretch of a layer: places from `from` (inclusive) to `to` (exclusive), within [0, 1]. */
export interface Places {
  readonly from: number
  readonly to: number
}

/** Sums of shares differ by so little that nobody is in between. */
const tiny = 1e-9

/** How much of a layer some places are. */
export const shareOf = (places: readonly Places[]): number =>
  places.reduce((sum, { from, to }) => sum + (to - from), 0)

/**
 * The places of a flight once it has another share of its layer: more by moving on from the end of its last place and then
 * into the first ones that are free, less from the end, so that as many as possible stay, and come back when it grows again.
 * Undefined where so much is not free.
 *
 * @param taken places of others in the layer, and none of its own
 */
export function resized(
  own: readonly Places[],
  share: number,
  taken: readonly Places[],
): readonly Places[] | undefined {
  const missing = share - shareOf(own)
  if (missing <= 0) return shrunk(own, share)
  const last = own.at(-1)?.to
  const free = freeOf([...own, ...taken])
  // What follows the last place first, as if the place just went on.
  const inOrder = [...free.filter(({ from }) => from === last), ...free.filter(({ from }) => from !== last)]
  let left = missing
  const grown = [...own]
  for (const { from, to } of inOrder) {
    if (left <= tiny) break
    const length = to - from
    const end = length - left < tiny ? to : from + left
    const before = grown.at(-1)
    if (before?.to === from) grown[grown.length - 1] = { from: before.from, to: end }
    else grown.push({ from, to: end })
    left -= end - from
  }
  return left <= tiny ? grown : undefined
}

function shrunk(own: readonly Places[], share: number): readonly Places[] {
  const kept: Places[] = []
  let left = share
  for (const { from, to } of own) {
    if (left <= tiny) break
    const end = Math.min(to, from + left)
    kept.push({ from, to: end })
    left -= end - from
  }
  return kept
}

/** What no place takes, from low to high. */
export function freeOf(taken: readonly Places[]): readonly Places[] {
  const free: Places[] = []
  let reached = 0
  for (const { from, to } of [...taken].sort((a, b) => a.from - b.from)) {
    if (from - reached > tiny) free.push({ from: reached, to: from })
    reached = Math.max(reached, to)
  }
  if (1 - reached > tiny) free.push({ from: reached, to: 1 })
  return free
}
