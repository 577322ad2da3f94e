import type { Point } from './point.ts'

/** Where a label has most room along a way: the middle of its longest level leg, or of its longest leg if none is level. */
export function labelPlace(points: readonly Point[]): Point | undefined {
  const legs = points.slice(1).map((to, index) => {
    const from = points[index] ?? to
    return {
      middle: { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 },
      across: Math.abs(to.x - from.x),
      down: Math.abs(to.y - from.y),
    }
  })
  const level = legs.filter((leg) => leg.across > leg.down)
  const size = (leg: (typeof legs)[number]) => leg.across + leg.down
  const longest = (level.length > 0 ? level : legs).toSorted((a, b) => size(b) - size(a))[0]
  return longest?.middle
}
