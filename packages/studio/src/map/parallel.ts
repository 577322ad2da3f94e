import type { Point } from './point.ts'

/** The same way, `by` to the right of it (seen in its direction, y downwards); to the left when negative. */
export function parallel(points: readonly Point[], by: number): readonly Point[] {
  const way = withoutDoubles(points)
  return way.map((point, index) => {
    const before = normal(way[index - 1], point)
    const after = normal(point, way[index + 1])
    const first = before ?? after ?? { x: 0, y: 0 }
    const second = after ?? first
    // At a corner both legs move; the corner goes to where they meet again.
    const scale = by / (1 + first.x * second.x + first.y * second.y)
    return { x: point.x + (first.x + second.x) * scale, y: point.y + (first.y + second.y) * scale }
  })
}

function normal(from: Point | undefined, to: Point | undefined): Point | undefined {
  if (from === undefined || to === undefined) return undefined
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  return { x: (from.y - to.y) / length, y: (to.x - from.x) / length }
}

function withoutDoubles(points: readonly Point[]): readonly Point[] {
  return points.filter((point, index) => {
    const before = points[index - 1]
    return before === undefined || before.x !== point.x || before.y !== point.y
  })
}
