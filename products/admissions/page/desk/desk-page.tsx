import { Button } from '@mantine/core'
import { answerAppeal, isReadTwice, second } from '../files/act.ts'
import { type Filed, files } from '../files/pile.ts'
import { useStates } from '../files/store.ts'
import { Dossier } from '../reader/dossier.tsx'
import { Choice } from '../reader/verdict-form.tsx'
import './desk-page.css'

/** The desk of second readers, and of the board that hears appeals. */
export function DeskPage() {
  const states = useStates()
  const toRead = files.filter(
    ({ number }) =>
      states[number]?.second === undefined &&
      states[number]?.seen !== undefined &&
      isReadTwice(number) &&
      states[number]?.verdict === undefined,
  )
  const appeals = files.filter(
    ({ number }) => states[number]?.appeal !== undefined && states[number]?.appealed === undefined,
  )
  return (
    <div className="desk">
      <h1>Second desk</h1>
      <p className="lead">
        Files that two people read, and appeals. You see the file, and neither a score nor what the first
        reader said.
      </p>
      <section aria-label="Second readings">
        <h2>To read</h2>
        {toRead.length === 0 && (
          <p className="sheet quiet">
            Nothing waits. A file comes here when a reader opens one near the line, or asks.
          </p>
        )}
        {toRead.map((filed) => (
          <article key={filed.number} className="case">
            <h3>Application {filed.number}</h3>
            <Dossier file={filed.file} />
            <p>Would you admit this applicant?</p>
            <Choice isWaiting={false} onChoose={(said) => void second(filed, said)} />
          </article>
        ))}
      </section>
      <section aria-label="Appeals">
        <h2>Appeals</h2>
        {appeals.length === 0 && <p className="sheet quiet">No appeal waits.</p>}
        {appeals.map((filed) => (
          <Appeal key={filed.number} filed={filed} words={states[filed.number]?.appeal ?? ''} />
        ))}
      </section>
    </div>
  )
}

function Appeal({ filed, words }: { filed: Filed; words: string }) {
  return (
    <article className="case">
      <h3>Application {filed.number}</h3>
      <blockquote>{words}</blockquote>
      <Dossier file={filed.file} />
      <p>Does the verdict stand?</p>
      <div className="choice">
        <Button variant="default" onClick={() => answerAppeal(filed, 'stands')}>
          It stands
        </Button>
        <Button variant="default" onClick={() => answerAppeal(filed, 'changed')}>
          Admit after all
        </Button>
      </div>
    </article>
  )
}
