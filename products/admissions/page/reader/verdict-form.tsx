import { Button } from '@mantine/core'
import { askSecond, decide, settle } from '../files/act.ts'
import type { Filed } from '../files/pile.ts'
import type { State, Verdict } from '../files/store.ts'
import { Link } from '../shell/link.tsx'

interface VerdictFormProps {
  readonly filed: Filed
  readonly state: State
  readonly isTwice: boolean
}

const words: Readonly<Record<Verdict, string>> = { admit: 'admit', deny: 'turn down' }

/** The verdict of the reader, or what became of it. */
export function VerdictForm({ filed, state, isTwice }: VerdictFormProps) {
  const { first, second, verdict, readers, seen, letter } = state
  if (verdict !== undefined)
    return (
      <section className="sheet verdict" aria-live="polite">
        <h2>{verdict === 'admit' ? 'Admitted' : 'Turned down'}</h2>
        <p>
          Decided by {readers === 2 ? 'two people' : 'one person'}.{' '}
          {letter === undefined
            ? 'The applicant is told as soon as the letter is written.'
            : 'The applicant has been told, with reasons.'}
        </p>
        <Link to={{ view: 'applicant', number: filed.number }}>See what the applicant sees</Link>
      </section>
    )
  if (first === undefined)
    return (
      <section className="sheet verdict" aria-label="Your verdict">
        <h2>Do you admit this applicant?</h2>
        <Choice isWaiting={seen === undefined} onChoose={(said) => void decide(filed, said)} />
        {!isTwice && seen !== undefined && (
          <Button variant="subtle" onClick={() => askSecond(filed.number)}>
            Ask a second reader
          </Button>
        )}
      </section>
    )
  if (second === undefined)
    return (
      <section className="sheet verdict" aria-live="polite">
        <h2>You would {words[first]}</h2>
        <p>Now the second reader reads.</p>
        <Link to={{ view: 'desk' }}>Go to the second desk</Link>
      </section>
    )
  return (
    <section className="sheet verdict" aria-live="polite">
      <h2>You differ</h2>
      <p>
        You would {words[first]}, the second reader would {words[second]}. Talk, then say what you both stand
        for.
      </p>
      <Choice isWaiting={false} onChoose={(said) => void settle(filed, said, 2)} />
    </section>
  )
}

/** Two answers that look alike: neither is the usual one. */
export function Choice({ isWaiting, onChoose }: { isWaiting: boolean; onChoose: (said: Verdict) => void }) {
  return (
    <div className="choice">
      <Button variant="default" disabled={isWaiting} onClick={() => onChoose('admit')}>
        Admit
      </Button>
      <Button variant="default" disabled={isWaiting} onClick={() => onChoose('deny')}>
        Turn down
      </Button>
    </div>
  )
}
