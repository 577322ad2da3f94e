import { Action, Countdown } from '@holon/react'
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react'
import { patience } from '../../patience.ts'
import type { End, Standing } from '../episode/standing.ts'
import type { Alarm } from './alarm.ts'
import { buzz } from './buzz.ts'
import { Clock } from './clock.tsx'
import './face.css'

/** The round face of the watch: the time, or what is asked now. */
export function Face({ alarm, onCall }: { alarm: Alarm; onCall: () => void }) {
  const state = useSyncExternalStore(alarm.subscribe, alarm.state)
  const isUrgent = state.at !== 'rest' && state.at !== 'deciding'
  useEffect(() => {
    if (isUrgent) buzz()
  }, [isUrgent])
  return (
    <section className="watch" aria-label="Watch">
      <div className="disc" data-state={state.at === 'episode' ? state.standing.is : state.at}>
        {(state.at === 'rest' || state.at === 'deciding') && (
          <Idle isDeciding={state.at === 'deciding'} onCall={onCall} />
        )}
        {state.at === 'episode' && <Told standing={state.standing} alarm={alarm} />}
        {state.at === 'alone' && (
          <Question alarm={alarm} seconds={patience.wearer} onEnd={() => alarm.unheard()} id={null}>
            No connection
          </Question>
        )}
        {state.at === 'unheard' && (
          <Message title="No connection" urgent>
            <p>Your caretaker cannot be reached. I keep trying.</p>
            <a className="big risky" href="tel:112">
              Call 112
            </a>
            <Action kind="safe" onClick={() => alarm.fine()}>
              I am fine
            </Action>
          </Message>
        )}
      </div>
    </section>
  )
}

function Idle({ isDeciding, onCall }: { isDeciding: boolean; onCall: () => void }) {
  return (
    <>
      <Clock />
      <p className="quiet" role="status">
        {isDeciding ? 'That was a strong movement…' : 'All is well'}
      </p>
      <Action kind="risky" onClick={onCall}>
        I need help
      </Action>
    </>
  )
}

function Told({ standing, alarm }: { standing: Standing; alarm: Alarm }) {
  switch (standing.is) {
    case 'asking':
      return (
        <Question
          key={standing.id}
          alarm={alarm}
          id={standing.id}
          seconds={alarm.secondsLeft(standing)}
          onEnd={() => undefined}
        >
          Did you fall?
        </Question>
      )
    case 'calling':
      return (
        <Message title="Calling your caretaker" urgent>
          <p>If they do not answer, I call an ambulance.</p>
          <Action kind="safe" onClick={() => alarm.fine()}>
            I am fine
          </Action>
          <Action kind="risky" onClick={() => alarm.needHelp()}>
            Ambulance now
          </Action>
        </Message>
      )
    case 'emergency':
      return (
        <Message title="Calling for help" urgent>
          <p>This demonstration calls nobody. A real one would have called the emergency service now.</p>
          <Action onClick={() => alarm.rest()}>Close</Action>
        </Message>
      )
    case 'over':
      return (
        <Message title={ended[standing.how].title}>
          <p>{ended[standing.how].says}</p>
        </Message>
      )
  }
}

const ended: Readonly<Record<End, { readonly title: string; readonly says: string }>> = {
  fine: { title: 'Good', says: 'Nobody is called.' },
  coming: { title: 'Help is coming', says: 'Your caretaker is on the way.' },
  'called off': { title: 'Called off', says: 'Your caretaker says that all is well.' },
  quiet: { title: 'Over', says: 'Nothing more is done.' },
}

interface QuestionProps {
  readonly alarm: Alarm
  readonly id: string | null
  readonly seconds: number
  readonly onEnd: () => void
  readonly children: ReactNode
}

function Question({ alarm, id, seconds, onEnd, children }: QuestionProps) {
  // What is left shrinks from one drawing to the next; the countdown counts it by itself.
  const [from] = useState(seconds)
  return (
    <Countdown
      answer={{ id }}
      seconds={from}
      onEnd={onEnd}
      onSafe={() => alarm.fine()}
      actions={
        <Action kind="risky" onClick={() => alarm.needHelp()}>
          I need help
        </Action>
      }
      words={{
        label: 'Did you fall?',
        safe: 'I am fine',
        left: (left) =>
          `Did you fall? Your caretaker is called in ${left} ${left === 1 ? 'second' : 'seconds'}.`,
        ended: 'Calling your caretaker',
        stopped: 'Good',
      }}
    >
      <h2>{children}</h2>
      <p>{id === null ? 'Are you fine?' : 'Your caretaker is called in'}</p>
    </Countdown>
  )
}

function Message({
  title,
  urgent = false,
  children,
}: {
  title: string
  urgent?: boolean
  children: ReactNode
}) {
  return (
    <div className="message" role={urgent ? 'alert' : 'status'}>
      <h2>{title}</h2>
      {children}
    </div>
  )
}
