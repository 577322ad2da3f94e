import type { Point } from './point.ts'

/** An SVG path through the points, its corners rounded as far as `radius` and the legs beside them allow. */
export function roundedPath(points: readonly Point[], radius: number): string {
  return points.map((point, index) => corner(points[index - 1], point, points[index + 1], radius)).join('')
}

function corner(before: Point | undefined, at: Point, after: Point | undefined, radius: number): string {
  if (before === undefined) return `M${at.x} ${at.y}`
  if (after === undefined) return `L${at.x} ${at.y}`
  const room = Math.min(radius, distance(before, at) / 2, distance(at, after) / 2)
  const from = towards(at, before, room)
  const to = towards(at, after, room)
  return `L${from.x} ${from.y}Q${at.x} ${at.y} ${to.x} ${to.y}`
}

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)

function towards(from: Point, to: Point, by: number): Point {
  const way = distance(from, to) || 1
  return { x: from.x + ((to.x - from.x) / way) * by, y: from.y + ((to.y - from.y) / way) * by }
}
