import { type Filed, files } from '../files/pile.ts'
import { type State, useStates } from '../files/store.ts'
import { ScoreNote } from '../reader/score-note.tsx'
import { Link } from '../shell/link.tsx'
import { AppealForm } from './appeal-form.tsx'
import { Questions } from './questions.tsx'
import './applicant-page.css'

/** What applicants see: the verdict, how it came about, and how to object. */
export function ApplicantPage({ number }: { number: number | undefined }) {
  const states = useStates()
  const decided = files.filter((one) => states[one.number]?.verdict !== undefined)
  const opened = decided.find((one) => one.number === number) ?? decided[0]
  const state = opened === undefined ? undefined : states[opened.number]
  if (opened === undefined || state === undefined)
    return (
      <div className="applicant">
        <h1>My application</h1>
        <p className="lead">
          No application is decided yet. Nobody is told anything before people have decided.
        </p>
        <Link to={{ view: 'reader' }}>Read one first</Link>
      </div>
    )
  return (
    <div className="applicant">
      <nav aria-label="Decided applications" className="decided">
        {decided.map((one) => (
          <Link key={one.number} to={{ view: 'applicant', number: one.number }} isHere={one === opened}>
            {one.number}
          </Link>
        ))}
      </nav>
      <Letter key={opened.number} filed={opened} state={state} />
    </div>
  )
}

function Letter({ filed, state }: { filed: Filed; state: State }) {
  const { verdict, readers, letter } = state
  return (
    <>
      <h1>{verdict === 'admit' ? 'You are admitted' : 'We cannot offer you a place'}</h1>
      <p className="lead">
        Application {filed.number}. {readers === 2 ? 'Two people have' : 'One person has'} read your file and
        decided. No machine did.
      </p>
      {letter?.reasons !== undefined && (
        <section className="sheet" aria-labelledby="reasons">
          <h2 id="reasons">What the score said</h2>
          <ScoreNote note={letter.reasons} />
          <p className="quiet">
            Your readers{' '}
            {state.seen?.experience === 'scored'
              ? 'saw this note beside your file'
              : 'did not see this score when they read your file'}
            . Sex, age, origin, family and money are in no file; nobody could have used them.
          </p>
        </section>
      )}
      {letter !== undefined && <Questions letter={letter.id} />}
      {letter !== undefined && <AppealForm filed={filed} letter={letter.id} state={state} />}
    </>
  )
}
