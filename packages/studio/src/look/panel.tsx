import { type ReactNode, useId } from 'react'
import './panel.css'

/** A titled sheet of paper. `aside` stands at the right of the title. */
export function Panel(props: { title: string; aside?: ReactNode; children: ReactNode; flush?: boolean }) {
  const id = useId()
  return (
    <section className="panel" aria-labelledby={id} data-flush={props.flush}>
      <header className="panel-head">
        <h2 id={id}>{props.title}</h2>
        {props.aside}
      </header>
      {props.children}
    </section>
  )
}
