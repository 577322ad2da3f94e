import type { MapDocument, SystemDocument } from 'holon'

/** A part of the map. */
export type Part = MapDocument['nodes'][number]

/** A line of the map. Half a loop carries the loop's name, and whether something watches it. */
export interface Line {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly kind: MapDocument['edges'][number]['kind'] | 'loop'
  readonly label: string | undefined
  readonly loop?: { readonly name: string; readonly watched: boolean }
}

/** Parts and lines of a system, with its loops told apart from the other lines. */
export interface Drawing {
  readonly parts: readonly Part[]
  readonly lines: readonly Line[]
}

/** Parts outside that no line leads to or from: they stand aside, and the layout need not find a place for them. */
export function bystandersOf({ parts, lines }: Drawing): readonly Part[] {
  const linked = new Set(lines.flatMap(({ from, to }) => [from, to]))
  return parts.filter((part) => !part.inside && !linked.has(part.id))
}

/** What to draw of a system. The influences that make up its loops are drawn as those loops. */
export function drawingOf({ map, loops }: SystemDocument): Drawing {
  const nodeNamed = (name: string, ...kinds: readonly Part['kind'][]) =>
    map.nodes.find((node) => node.label === name && kinds.includes(node.kind))?.id
  const halves = loops.flatMap((loop): Line[] => {
    const from = nodeNamed(loop.from, 'decision')
    const through = nodeNamed(loop.through, 'person', 'environment')
    const to = nodeNamed(loop.to, 'component', 'model')
    if (from === undefined || through === undefined || to === undefined) return []
    const half = { kind: 'loop', loop: { name: loop.name, watched: loop.watchedBy !== undefined } } as const
    return [
      { ...half, id: `${loop.name} out`, from, to: through, label: undefined },
      { ...half, id: `${loop.name} back`, from: through, to, label: `${loop.name}, ${loop.delay}` },
    ]
  })
  const drawn = new Set(halves.map(({ from, to }) => `${from} ${to}`))
  const lines = map.edges
    .filter(({ from, to, kind }) => kind !== 'influences' || !drawn.has(`${from} ${to}`))
    .map(({ from, to, kind, label }) => ({ id: `${kind} ${from} ${to}`, from, to, kind, label }))
  return { parts: map.nodes, lines: [...lines, ...halves] }
}
