/** A rectangle on the page. */
export interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** A row of cards that lies between the ends of a link. */
export interface Row {
  readonly top: number
  readonly bottom: number
  readonly cards: readonly Box[]
}

const clear = 14

/**
 * An SVG path from a card up to a higher one. Rows between them, given from the lowest up, are passed through the gap
 * nearest to the straight way that is free in all of them.
 */
export function linkPath(x1: number, y1: number, x2: number, y2: number, between: readonly Row[]): string {
  const gap = freeGap((x1 + x2) / 2, between)
  const lowest = between[0]
  const highest = between.at(-1)
  if (gap === undefined || lowest === undefined || highest === undefined) return bend(x1, y1, x2, y2, true)
  const up = bend(x1, y1, gap, lowest.bottom, true)
  return `${up}L${gap} ${highest.top}${bend(gap, highest.top, x2, y2, false)}`
}

function bend(x1: number, y1: number, x2: number, y2: number, first: boolean): string {
  const middle = (y1 + y2) / 2
  return `${first ? `M${x1} ${y1}` : ''}C${x1} ${middle} ${x2} ${middle} ${x2} ${y2}`
}

/** The place across, nearest to `wish`, where no card of any row is in the way; undefined when there are no rows. */
export function freeGap(wish: number, rows: readonly Row[]): number | undefined {
  const cards = rows.flatMap((row) => row.cards)
  if (rows.length === 0) return undefined
  const isFree = (x: number) => cards.every((card) => x <= card.left - clear || x >= card.right + clear)
  const candidates = [wish, ...cards.flatMap((card) => [card.left - clear, card.right + clear])].filter(
    isFree,
  )
  return candidates.reduce<number | undefined>(
    (best, x) => (best === undefined || Math.abs(x - wish) < Math.abs(best - wish) ? x : best),
    undefined,
  )
}

/** An SVG path between two cards of one row: from the nearer sides, level. */
export function levelPath(from: Box, to: Box): string {
  const y = (Math.max(from.top, to.top) + Math.min(from.bottom, to.bottom)) / 2
  return from.left > to.right ? `M${from.left} ${y}L${to.right} ${y}` : `M${from.right} ${y}L${to.left} ${y}`
}
