import { useExposure } from '@holon/react'
import type { Seen } from '../holon.ts'
import { ScoreNote } from './score-note.tsx'

/** What stands beside the file: the score, or why there is none. */
export function Beside({ seen, isAskedTwice }: { seen: Seen | undefined; isAskedTwice: boolean }) {
  if (seen === undefined) return <p className="sheet quiet">Opening the file…</p>
  if (seen.experience === 'scored') return <Scored seen={seen} isAskedTwice={isAskedTwice} />
  if (seen.experience === 'unaided')
    return (
      <aside className="sheet aside" aria-label="Without a score">
        <h2>Read without a score</h2>
        <p>
          One file in eight is drawn to be read like this, whatever it says. It keeps visible what you see by
          yourself.
        </p>
        {isAskedTwice && <Asked />}
      </aside>
    )
  return (
    <aside className="sheet aside" aria-label="Read twice">
      <h2>Read by two</h2>
      <p>
        {seen.id === null
          ? 'The server does not answer, so there is no score.'
          : seen.guardrails.length > 0
            ? 'The score knows no files of this kind.'
            : 'The score cannot tell files like this one apart.'}{' '}
        A second reader has it as well, and sees neither a score nor what you say.
      </p>
    </aside>
  )
}

const Asked = () => <p className="quiet">A second reader has the file as well, without the score.</p>

interface ScoredProps {
  readonly seen: Extract<Seen, { experience: 'scored' }>
  readonly isAskedTwice: boolean
}

function Scored({ seen, isAskedTwice }: ScoredProps) {
  const element = useExposure(seen)
  return (
    <aside ref={element} className="sheet aside" aria-label="Score">
      <h2>What the score says</h2>
      <ScoreNote note={seen.parameters} />
      <p className="small">
        It was learned from what 500 applicants thought of their own chances. It has read no letter, and it
        does not decide.
      </p>
      {isAskedTwice && <Asked />}
    </aside>
  )
}
