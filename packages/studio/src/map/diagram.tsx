import {
  Background,
  BackgroundVariant,
  Controls,
  MarkerType,
  type Node,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  useStore,
} from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import { useQuery } from '@tanstack/react-query'
import type { SystemDocument } from 'holon'
import { useEffect, useMemo } from 'react'
import { Answered } from '../look/state.tsx'
import './diagram.css'
import { type Drawing, drawingOf, type Part } from './drawing.ts'
import { boundary } from './elk-graph.ts'
import { type Layout, layOut } from './layout.ts'
import { LineEdge, type LineEdgeType } from './line-edge.tsx'
import { BoundaryNode, PartNode, type PartNodeType } from './part-node.tsx'

const nodeTypes = { part: PartNode, boundary: BoundaryNode }
const edgeTypes = { line: LineEdge }

interface DiagramProps {
  readonly system: SystemDocument
  /** Id of the chosen part, or `loop:` and the name of the chosen loop. */
  readonly chosen: string | undefined
  readonly choose: (id: string | undefined) => void
}

/** The system as a diagram: what is inside in its box, what flows where, and the loops through the world. */
export function Diagram(props: DiagramProps) {
  const { system } = props
  const drawing = useMemo(() => drawingOf(system), [system])
  const key = JSON.stringify([drawing.parts, drawing.lines])
  const query = useQuery({
    queryKey: ['layout', key],
    queryFn: () => layOut(drawing),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <div className="diagram">
      <Answered query={query} lines={10}>
        {(layout) => (
          <ReactFlowProvider>
            <Placed {...props} drawing={drawing} layout={layout} />
          </ReactFlowProvider>
        )}
      </Answered>
    </div>
  )
}

function Placed({
  system,
  chosen,
  choose,
  drawing,
  layout,
}: DiagramProps & { drawing: Drawing; layout: Layout }) {
  const near = new Set(nearTo(drawing, chosen))
  const whole = { x: 0, y: 0, width: layout.width, height: layout.height }
  return (
    <ReactFlow
      nodes={nodesOf(system, drawing, layout, chosen, near)}
      edges={edgesOf(drawing, layout, chosen, near, (loop) => choose(`loop:${loop}`))}
      nodeTypes={nodeTypes}
      edgeTypes={edgeTypes}
      onNodeClick={(_, node) => node.type === 'part' && choose(node.id)}
      onPaneClick={() => choose(undefined)}
      onNodesChange={(changes) => {
        for (const change of changes) if (change.type === 'select' && change.selected) choose(change.id)
      }}
      minZoom={0.25}
      maxZoom={2}
      nodesDraggable={false}
      nodesConnectable={false}
      edgesFocusable={false}
      zoomOnScroll={false}
      preventScrolling={false}
      proOptions={{ hideAttribution: true }}
      aria-label={`Map of ${system.title}`}
    >
      <Background variant={BackgroundVariant.Dots} gap={20} size={1.4} />
      <Sight whole={whole} near={[...near]} heart={heartOf(drawing)} />
    </ReactFlow>
  )
}

/** Zoom buttons, and a sight of what matters: what is near the chosen part, else everything drawn, lines too. */
function Sight({ whole, near, heart }: { whole: Whole; near: readonly string[]; heart: readonly string[] }) {
  const { fitBounds, fitView } = useReactFlow()
  const width = useStore((state) => state.width)
  const height = useStore((state) => state.height)
  const all = () => void fitBounds(whole, { padding: 0.04 })
  const look = () => {
    if (width === 0) return
    if (near.length === 0 && width / whole.width < legible) {
      void fitView({ nodes: heart.map((id) => ({ id })), padding: 0.08, maxZoom: 1 })
    } else if (near.length === 0) all()
    else void fitView({ nodes: near.map((id) => ({ id })), padding: 0.2, maxZoom: 1, duration: 250 })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: a person's own zoom stays until room or choice changes.
  useEffect(look, [width, height, whole.width, whole.height, near.join()])
  return <Controls position="top-left" showInteractive={false} onFitView={all} />
}

/** Below this scale words cannot be read: then only the heart of the system is shown at first. */
const legible = 0.45

const heartOf = ({ parts }: Drawing): readonly string[] =>
  parts.filter(({ kind }) => kind === 'model' || kind === 'decision').map(({ id }) => id)

interface Whole {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The chosen part and those a line leads to or from; of a loop, the parts on it. */
function nearTo({ lines }: Drawing, chosen: string | undefined): readonly string[] {
  if (chosen === undefined) return []
  return lines.filter((line) => touches(line, chosen)).flatMap(({ from, to }) => [from, to])
}

const touches = ({ from, to, loop }: Drawing['lines'][number], chosen: string): boolean =>
  from === chosen || to === chosen || (loop !== undefined && `loop:${loop.name}` === chosen)

function nodesOf(
  system: SystemDocument,
  drawing: Drawing,
  layout: Layout,
  chosen: string | undefined,
  near: ReadonlySet<string>,
): Node[] {
  const parts = new Map<string, Part>(drawing.parts.map((part) => [part.id, part]))
  return layout.boxes.flatMap(({ id, parent, x, y, width, height }): Node[] => {
    const place = { id, position: { x, y }, width, height, draggable: false }
    if (id === boundary)
      return [{ ...place, type: 'boundary', data: {}, selectable: false, focusable: false }]
    const part = parts.get(id)
    if (part === undefined) return []
    const fault = system.components.find((one) => one.name === part.label)?.model?.fault
    const data = { part, fault, dimmed: near.size > 0 && !near.has(id) && chosen !== id }
    const node: PartNodeType = {
      ...place,
      type: 'part',
      data,
      selected: chosen === id,
      ariaLabel: labelFor(part),
    }
    return [parent === undefined ? node : { ...node, parentId: parent }]
  })
}

const labelFor = ({ label, kind, inside }: Part): string =>
  `${label}, ${kind}, ${inside ? 'inside' : 'outside'} the system`

function edgesOf(
  drawing: Drawing,
  layout: Layout,
  chosen: string | undefined,
  near: ReadonlySet<string>,
  choose: (loop: string) => void,
): LineEdgeType[] {
  return drawing.lines.flatMap((line) => {
    const placed = layout.lines.get(line.id)
    if (placed === undefined) return []
    const isNear = chosen !== undefined && touches(line, chosen)
    const data = { line, placed, near: isNear, dimmed: near.size > 0 && !isNear, choose }
    const markerEnd = {
      type: MarkerType.ArrowClosed,
      color: colourOf(line),
      width: 18,
      height: 18,
      markerUnits: 'userSpaceOnUse',
    }
    return [{ id: line.id, source: line.from, target: line.to, type: 'line', data, markerEnd, zIndex: 2 }]
  })
}

function colourOf({ kind, loop }: Drawing['lines'][number]): string {
  if (loop !== undefined) return loop.watched ? 'var(--ink)' : 'var(--amber)'
  if (kind === 'decides') return 'var(--blue)'
  return kind === 'meets' ? 'var(--ink)' : 'var(--ink-3)'
}
