import { useEffect, useState } from 'react'
import { buzz } from '../watch/buzz.ts'
import type { Call, Reply } from './call.ts'
import { CallCard } from './call-card.tsx'
import './caretaker-page.css'
import { Outcome } from './outcome.tsx'
import { useCalls } from './use-calls.ts'

const thanks: Readonly<Record<Reply, string>> = {
  going: 'Thank you. The watch says that you are coming, and no ambulance is called.',
  falseAlarm: 'Thank you. The alarm is called off.',
  callEmergency: 'The emergency service is called. In this demonstration nobody is.',
  seen: 'Thank you.',
}

/** The caretaker's side: who may have fallen, and what to do about it. */
export function CaretakerPage() {
  const [withSimulated, setWithSimulated] = useState(false)
  const { calls, lost, look } = useCalls(withSimulated)
  const [last, setLast] = useState<{ readonly call: Call; readonly said: Reply }>()
  const waiting = calls?.length ?? 0
  useEffect(() => {
    document.title = waiting === 0 ? 'Upright' : `(${waiting}) Upright`
    if (waiting > 0) buzz()
    return () => {
      document.title = 'Upright'
    }
  }, [waiting])
  return (
    <div className="caretaker-page">
      <h1>The caretaker</h1>
      {lost && (
        <p className="lost" role="alert">
          No connection. Calls do not reach you here; look after the people you care for.
        </p>
      )}
      <p role="status" className="said">
        {waiting > 0 ? `${waiting === 1 ? 'One call waits' : `${waiting} calls wait`} for your answer.` : ''}
        {last !== undefined && ` ${thanks[last.said]}`}
      </p>
      {last !== undefined && <Outcome key={last.call.id} call={last.call} said={last.said} />}
      {calls?.map((call) => (
        <CallCard
          key={call.id}
          call={call}
          onReplied={(said) => {
            setLast({ call, said })
            look()
          }}
        />
      ))}
      {calls?.length === 0 && !lost && (
        <section className="calm">
          <h2>All is quiet</h2>
          <p>
            You are called when somebody you care for may have fallen and does not answer within half a
            minute, or when they press the button. Silence on this page means that the watch has nothing to
            say, not that all is well: it misses some falls.
          </p>
        </section>
      )}
      <label className="simulated">
        <input
          type="checkbox"
          checked={withSimulated}
          onChange={({ target }) => setWithSimulated(target.checked)}
        />
        Show calls of simulated people too
      </label>
    </div>
  )
}
