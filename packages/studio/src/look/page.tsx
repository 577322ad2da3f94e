import type { ReactNode } from 'react'
import './page.css'

/** The frame of a page: its name in the tab and on top, what it is for, its controls. */
export function Page(props: {
  title: string
  lead?: ReactNode
  controls?: ReactNode
  wide?: boolean
  children: ReactNode
}) {
  return (
    <div className="page" data-wide={props.wide}>
      <title>{`${props.title} · Holon`}</title>
      <header className="page-head">
        <div className="page-words">
          <h1>{props.title}</h1>
          {props.lead !== undefined && <p className="page-lead">{props.lead}</p>}
        </div>
        {props.controls !== undefined && <div className="page-controls">{props.controls}</div>}
      </header>
      {props.children}
    </div>
  )
}
