import { Button } from '@mantine/core'
import { useState } from 'react'
import { rounds } from '../../domain/city.ts'
import type { Run } from '../city/run.ts'
import { percent } from '../look/percent.ts'
import { askForRound, type Decided } from './ask.ts'
import './served-panel.css'

/** A visitor of this page, so that an alarm here stops nobody else's forecast. */
const visitor = `page-${crypto.randomUUID()}`

/** What the served system decides about the next round of this city. */
export function ServedPanel({ run }: { readonly run: Run }) {
  const [answers, setAnswers] = useState<readonly Decided[]>()
  const [asking, setAsking] = useState(false)
  const ask = async (): Promise<void> => {
    setAsking(true)
    // An alarm latches until a person has looked, so another city is another visitor.
    setAnswers(await askForRound(run, `${visitor}-${run.seed}`))
    setAsking(false)
  }
  const isAway = answers?.every(({ id }) => id === null) ?? false
  return (
    <section className="sheet served" aria-labelledby="served">
      <h2 id="served">Ask the served system</h2>
      <p>
        This page computes days in the browser by the arithmetic of the declared system. The system itself, as
        it is sold (by discovered incidents), decides about the next three hours of this city when asked; each
        answer is recorded with its probability.
      </p>
      <Button variant="default" loading={asking} onClick={() => void ask()}>
        Decide the first round of day {run.past.length + 1}
      </Button>
      <div aria-live="polite">
        {isAway && <p>The server does not answer. The city above goes on without it.</p>}
        {answers !== undefined && !isAway && (
          <ul className="served-list">
            {answers.map(({ neighbourhood, text, propensity, id }) => (
              <li key={neighbourhood} data-sent={!text?.startsWith('No patrol')}>
                <span>{text ?? `No answer for ${neighbourhood}.`}</span>
                {id !== null && propensity !== undefined && (
                  <span className="quiet number">
                    with probability {percent(propensity)} ·{' '}
                    <a href={`/systems/predictive-policing/decisions/${id}`}>record</a>
                  </span>
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
      <p className="quiet">
        {rounds} rounds a day, one patrol a round on average, drawn for each neighbourhood.
      </p>
    </section>
  )
}
