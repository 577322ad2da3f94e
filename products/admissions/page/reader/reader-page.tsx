import { useEffect } from 'react'
import { isReadTwice, open } from '../files/act.ts'
import { files } from '../files/pile.ts'
import { type State, stateOf, useStates } from '../files/store.ts'
import { Link } from '../shell/link.tsx'
import { Beside } from './beside.tsx'
import { Dossier } from './dossier.tsx'
import { VerdictForm } from './verdict-form.tsx'
import './reader-page.css'

/** The reader’s desk: a pile of files, one opened. */
export function ReaderPage({ number }: { number: number | undefined }) {
  const states = useStates()
  const opened = files.find((one) => one.number === number) ?? files[0]
  useEffect(() => {
    if (opened !== undefined) void open(opened)
  }, [opened])
  if (opened === undefined) return null
  const state = stateOf(opened.number)
  const done = files.filter((one) => states[one.number]?.verdict !== undefined).length
  return (
    <div className="reading">
      <aside aria-label="Pile of files">
        <p className="count">
          {done} of {files.length} decided
        </p>
        <ol className="pile">
          {files.map((one) => (
            <li key={one.number}>
              <Link to={{ view: 'reader', number: one.number }} isHere={one === opened}>
                <span className="number">{one.number}</span>
                <span className="state">{standingOf(states[one.number], one.number)}</span>
              </Link>
            </li>
          ))}
        </ol>
      </aside>
      <article>
        <h1>Application {opened.number}</h1>
        <div className="open">
          <Dossier file={opened.file} />
          <div className="side">
            <Beside key={opened.number} seen={state.seen} isAskedTwice={state.isAskedTwice === true} />
            <VerdictForm filed={opened} state={state} isTwice={isReadTwice(opened.number)} />
          </div>
        </div>
      </article>
    </div>
  )
}

function standingOf(state: State | undefined, number: number): string {
  if (state?.verdict !== undefined) return state.verdict === 'admit' ? 'admitted' : 'turned down'
  if (state?.first !== undefined) return state.second === undefined ? 'second reader' : 'talk'
  return state?.seen === undefined ? 'unread' : isReadTwice(number) ? 'read twice' : 'open'
}
