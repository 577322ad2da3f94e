import { useState } from 'react'
import { center } from '../../domain/moment.ts'
import { readingsPerBar } from '../../domain/trace.ts'
import { tellMoment } from '../../domain/words.ts'
import { standingOf } from '../episode/standing.ts'
import { Bars } from '../signal/bars.tsx'
import './call-card.css'
import { type Call, type Reply, reply } from './call.ts'
import { Since, Until } from './time.tsx'

/** A call: who, what happened, since when, what the sensor felt, and what to answer. */
export function CallCard({ call, onReplied }: { call: Call; onReplied: (said: Reply) => void }) {
  const [said, setSaid] = useState<Reply>()
  const { noticed, episode } = call
  const standing = standingOf(episode)
  const isOver = standing?.is === 'over'
  const send = (answer: Reply) => {
    setSaid(answer)
    void reply(call, answer).then(() => onReplied(answer))
  }
  const begun = episode.steps[0]?.record.at ?? Date.now()
  return (
    <article className="call" data-over={isOver || undefined} aria-label={`Call of ${noticed.wearer}`}>
      <header>
        <h2>{titleOf(call)}</h2>
        <p>
          <Since at={begun} /> ago
          {standing?.is === 'calling' && (
            <>
              {' · an ambulance is called '}
              <Until at={standing.due} />
            </>
          )}
          {standing?.is === 'emergency' && ' · the emergency service was called'}
        </p>
      </header>
      {!noticed.called && (
        <figure>
          <Bars
            values={noticed.trace}
            marked={Math.floor(center / readingsPerBar)}
            label={tellMoment(noticed.shape).join(' ')}
          />
          <figcaption>
            <ul>
              {tellMoment(noticed.shape).map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </figcaption>
        </figure>
      )}
      <Story call={call} />
      {isOver ? (
        <button type="button" className="big" disabled={said !== undefined} onClick={() => send('seen')}>
          I have seen it
        </button>
      ) : (
        <div className="replies">
          <button
            type="button"
            className="big good"
            disabled={said !== undefined}
            onClick={() => send('going')}
          >
            I am going
          </button>
          <button
            type="button"
            className="big"
            disabled={said !== undefined}
            onClick={() => send('falseAlarm')}
          >
            False alarm
          </button>
          <button
            type="button"
            className="big risky"
            disabled={said !== undefined || standing?.is === 'emergency'}
            onClick={() => send('callEmergency')}
          >
            Call emergency
          </button>
        </div>
      )}
    </article>
  )
}

function titleOf({ noticed, episode }: Call): string {
  const standing = standingOf(episode)
  if (standing?.is === 'over' && standing.how === 'fine') return `${noticed.wearer} says: I am fine`
  return noticed.called ? `${noticed.wearer} calls for help` : `${noticed.wearer} may have fallen`
}

const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' })

/** What was done so far, step by step. */
function Story({ call: { episode, noticed } }: { call: Call }) {
  const told: Readonly<Record<string, string>> = {
    ask: `${noticed.wearer} was asked`,
    caretaker: 'You were called',
    emergency: 'The emergency service was called',
  }
  const why = (because: string | undefined) =>
    because === 'silence' ? ' after no answer' : because === 'needsHelp' ? ' at their wish' : ''
  return (
    <ol className="story">
      {episode.steps.map(({ record }) => (
        <li key={record.id}>
          <time dateTime={new Date(record.at).toISOString()}>{time.format(record.at)}</time>{' '}
          {told[record.experience] ?? record.experience}
          {why(record.step?.because)}
        </li>
      ))}
    </ol>
  )
}
