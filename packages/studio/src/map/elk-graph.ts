import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js'
import type { Drawing, Line, Part } from './drawing.ts'

/** The id of the box around everything inside the system. */
export const boundary = 'boundary'

/** Lines between the same two parts, whichever way they go: they share one way, side by side. */
export interface Bundle {
  readonly id: string
  readonly lines: readonly Line[]
}

const spacing = {
  'elk.spacing.nodeNode': '40',
  'elk.layered.spacing.nodeNodeBetweenLayers': '64',
  'elk.spacing.edgeNode': '26',
  'elk.spacing.edgeEdge': '18',
  'elk.layered.spacing.edgeNodeBetweenLayers': '26',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '18',
}

/** Lines in bundles, in the order in which their first lines stand. */
export function bundlesOf(lines: readonly Line[]): readonly Bundle[] {
  const bundles = new Map<string, Line[]>()
  for (const line of lines) {
    const id = [line.from, line.to].sort().join(' ')
    bundles.set(id, [...(bundles.get(id) ?? []), line])
  }
  return [...bundles].map(([id, bundle]) => ({ id, lines: bundle }))
}

/**
 * The drawing as a graph for ELK's layered algorithm: top down, what is inside in a box, lines at right angles. A
 * bundle runs as its first line does.
 */
export function elkGraphOf({ parts, lines }: Drawing): ElkNode {
  const inside = parts.filter((part) => part.inside)
  const outside = parts.filter((part) => !part.inside)
  return {
    id: 'root',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'DOWN',
      'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
      'elk.edgeRouting': 'ORTHOGONAL',
      'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
      'elk.json.edgeCoords': 'ROOT',
      ...spacing,
    },
    children: [
      {
        id: boundary,
        layoutOptions: { 'elk.padding': '[top=60,left=32,bottom=32,right=32]', ...spacing },
        children: inside.map(elkNode),
      },
      ...outside.map(outsider),
    ],
    edges: bundlesOf(lines).map(elkEdge),
  }
}

/** Room for a part's name. */
export function sizeOf({ label }: Part): { readonly width: number; readonly height: number } {
  return { width: Math.max(140, Math.ceil(label.length * 8) + 56), height: 60 }
}

const elkNode = (part: Part): ElkNode => ({ id: part.id, ...sizeOf(part) })

/** People and environment stand below the system: that is where its effects go. */
function outsider(part: Part): ElkNode {
  const node = elkNode(part)
  if (part.kind !== 'person' && part.kind !== 'environment') return node
  return { ...node, layoutOptions: { 'elk.layered.layering.layerConstraint': 'LAST' } }
}

function elkEdge({ id, lines }: Bundle): ElkExtendedEdge {
  const [first] = lines
  return {
    id,
    sources: first === undefined ? [] : [first.from],
    targets: first === undefined ? [] : [first.to],
  }
}
