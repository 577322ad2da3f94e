import { Handle, type Node, type NodeProps, Position } from '@xyflow/react'
import type { Fault } from 'holon'
import { describeFault } from '../break/broken.ts'
import type { Part } from './drawing.ts'
import { partWords } from './part-words.ts'

/** A part as the diagram draws it. */
export type PartNodeType = Node<{ part: Part; fault: Fault | undefined; dimmed: boolean }, 'part'>

/** A part: its shape says its kind, its words say so too. */
export function PartNode({ data, selected }: NodeProps<PartNodeType>) {
  const { part, fault, dimmed } = data
  const { word, Icon } = partWords[part.kind]
  const broken = fault !== undefined && fault.kind !== 'none'
  return (
    <div
      className="part"
      data-kind={part.kind}
      data-selected={selected}
      data-broken={broken}
      data-dimmed={dimmed}
    >
      <Handle type="target" position={Position.Left} isConnectable={false} />
      <Icon size={part.kind === 'model' ? 11 : 16} aria-hidden="true" />
      <span className="part-name">{part.label}</span>
      <span className="part-word">{broken ? describeFault(fault) : word}</span>
      <Handle type="source" position={Position.Right} isConnectable={false} />
    </div>
  )
}

/** The box around everything inside. */
export function BoundaryNode() {
  return (
    <div className="boundary">
      <span className="boundary-word">Inside the system</span>
    </div>
  )
}
