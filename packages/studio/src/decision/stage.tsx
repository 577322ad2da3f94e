import { IconEqual, IconEqualNot } from '@tabler/icons-react'
import type { ReplayDocument } from 'holon'
import type { ReactNode } from 'react'
import { formatMilliseconds } from '../format/number.ts'
import { Kind } from '../look/kind.tsx'
import './stage.css'

/** How a stage came out when decided again. */
export type Replayed = ReplayDocument['stages'][number]

/** One stage of a decision: what it is for, how long it took, what went in and came out. */
export function Stage(props: {
  title: string
  does: string
  ml?: boolean
  ms?: number | undefined
  replayed?: Replayed | undefined
  children: ReactNode
}) {
  const { title, does, ml = false, ms, replayed } = props
  return (
    <li className="stage" data-ml={ml}>
      <header className="stage-head">
        <h2>{title}</h2>
        <Kind ml={ml} bare />
        {replayed !== undefined && <Equality equal={replayed.equal} />}
        {ms !== undefined && <span className="stage-ms quiet small">{formatMilliseconds(ms)}</span>}
      </header>
      <p className="stage-does small">{does}</p>
      <div className="stage-body">
        {props.children}
        {replayed !== undefined && !replayed.equal && <Difference replayed={replayed} />}
      </div>
    </li>
  )
}

/** Equal or not, by shape, word and colour. */
export function Equality({ equal }: { equal: boolean }) {
  return (
    <span className="equality small" data-equal={equal}>
      {equal ? <IconEqual size={15} aria-hidden="true" /> : <IconEqualNot size={15} aria-hidden="true" />}
      {equal ? 'equal' : 'not equal'}
    </span>
  )
}

function Difference({ replayed }: { replayed: Replayed }) {
  return (
    <div className="difference">
      <div>
        <h3>Recorded</h3>
        <pre>{JSON.stringify(replayed.recorded, null, 2)}</pre>
      </div>
      <div>
        <h3>Replayed</h3>
        <pre>{JSON.stringify(replayed.replayed, null, 2)}</pre>
      </div>
    </div>
  )
}
