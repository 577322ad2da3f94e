import elkApi, { type ELK, type ElkNode } from 'elkjs/lib/elk-api.js'
import elkWorker from 'elkjs/lib/elk-worker.min.js?url'
import { bystandersOf, type Drawing, type Part } from './drawing.ts'
import { boundary, bundlesOf, elkGraphOf, sizeOf } from './elk-graph.ts'
import { labelPlace } from './label-place.ts'
import { parallel } from './parallel.ts'
import type { Point } from './point.ts'

/** A box on the map; `parent` is the boundary for what is inside, and its place is then relative to the boundary. */
export interface PlacedBox {
  readonly id: string
  readonly parent: string | undefined
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The corners of a line from its start to its end, and where its label goes. */
export interface PlacedLine {
  readonly points: readonly Point[]
  readonly label: Point | undefined
}

/** Where everything is. */
export interface Layout {
  readonly boxes: readonly PlacedBox[]
  readonly lines: ReadonlyMap<string, PlacedLine>
  /** Of the whole drawing, from 0, 0. */
  readonly width: number
  readonly height: number
}

const apart = 9

// One worker for the page: starting it costs more than a layout.
let elk: ELK | undefined

/** Places a drawing, in a worker. */
export async function layOut(drawing: Drawing): Promise<Layout> {
  elk ??= new elkApi.default({ workerUrl: elkWorker })
  const aside = bystandersOf(drawing)
  const parts = drawing.parts.filter((part) => !aside.includes(part))
  const placed = await elk.layout(elkGraphOf({ ...drawing, parts }))
  const { width = 0, height = 0 } = placed
  const beside = columnOf(aside, width)
  return {
    boxes: [...boxesIn(placed, undefined), ...beside],
    lines: unbundle(drawing, waysIn(placed)),
    width: Math.max(width, ...beside.map((box) => box.x + box.width)),
    height: Math.max(height, ...beside.map((box) => box.y + box.height)),
  }
}

/** Boxes below each other, to the right of the drawing. */
function columnOf(parts: readonly Part[], right: number): readonly PlacedBox[] {
  const width = Math.max(0, ...parts.map((part) => sizeOf(part).width))
  return parts.map((part, index) => ({
    id: part.id,
    parent: undefined,
    x: right + 32,
    y: 12 + index * (sizeOf(part).height + 16),
    width,
    height: sizeOf(part).height,
  }))
}

function boxesIn(node: ElkNode, parent: string | undefined): readonly PlacedBox[] {
  return (node.children ?? []).flatMap((child) => [
    {
      id: child.id,
      parent,
      x: child.x ?? 0,
      y: child.y ?? 0,
      width: child.width ?? 0,
      height: child.height ?? 0,
    },
    ...(child.id === boundary ? boxesIn(child, boundary) : []),
  ])
}

function waysIn(node: ElkNode): ReadonlyMap<string, readonly Point[]> {
  return new Map(
    (node.edges ?? []).map((edge) => {
      const points = (edge.sections ?? []).flatMap(({ startPoint, bendPoints = [], endPoint }) => [
        startPoint,
        ...bendPoints,
        endPoint,
      ])
      return [edge.id, points] as const
    }),
  )
}

/** Gives each line of a bundle its own way beside the others, in its own direction. */
function unbundle(
  drawing: Drawing,
  ways: ReadonlyMap<string, readonly Point[]>,
): ReadonlyMap<string, PlacedLine> {
  const lines = new Map<string, PlacedLine>()
  for (const bundle of bundlesOf(drawing.lines)) {
    const way = ways.get(bundle.id)
    if (way === undefined) continue
    for (const [index, line] of bundle.lines.entries()) {
      const points = parallel(way, (index - (bundle.lines.length - 1) / 2) * apart)
      const forth = line.from === bundle.lines[0]?.from
      lines.set(line.id, { points: forth ? points : points.toReversed(), label: labelPlace(points) })
    }
  }
  return lines
}
