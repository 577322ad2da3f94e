import { IconEye, IconEyeOff } from '@tabler/icons-react'
import { type Edge, EdgeLabelRenderer, type EdgeProps } from '@xyflow/react'
import type { Line } from './drawing.ts'
import type { PlacedLine } from './layout.ts'
import { roundedPath } from './rounded-path.ts'

/** A line as the diagram draws it. */
export type LineEdgeType = Edge<
  { line: Line; placed: PlacedLine; near: boolean; dimmed: boolean; choose: (loop: string) => void },
  'line'
>

/** A line along the way the layout found for it. A loop says its delay and whether something watches it. */
export function LineEdge({ data, markerEnd }: EdgeProps<LineEdgeType>) {
  if (data === undefined) return null
  const { line, placed, near, dimmed, choose } = data
  const { loop } = line
  return (
    <>
      <path
        className="line"
        data-kind={line.kind}
        data-watched={loop?.watched}
        data-near={near}
        data-dimmed={dimmed}
        d={roundedPath(placed.points, 10)}
        {...(markerEnd === undefined ? {} : { markerEnd })}
      />
      {loop !== undefined && line.label !== undefined && placed.label !== undefined && (
        <EdgeLabelRenderer>
          <button
            type="button"
            className="line-label nopan"
            data-dimmed={dimmed}
            style={{ transform: `translate(-50%, -50%) translate(${placed.label.x}px, ${placed.label.y}px)` }}
            onClick={() => choose(loop.name)}
          >
            {loop.watched ? (
              <IconEye size={14} aria-label="watched" />
            ) : (
              <IconEyeOff size={14} aria-label="not watched" />
            )}
            {line.label}
          </button>
        </EdgeLabelRenderer>
      )}
    </>
  )
}
