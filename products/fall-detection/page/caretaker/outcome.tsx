import { useState } from 'react'
import { type AlarmId, client } from '../holon.ts'
import { Question, yesOrNo } from '../shell/question.tsx'
import type { Call, Reply } from './call.ts'

/** What came of a call that was answered: whether somebody is with the wearer now, and whether the ambulance was needed. */
export function Outcome({ call: { episode, noticed }, said }: { call: Call; said: Reply }) {
  const [arrived, setArrived] = useState(false)
  const begun = episode.steps[0]?.record
  const latest = episode.steps.at(-1)?.record
  if (begun === undefined || latest === undefined || said === 'falseAlarm' || said === 'seen') return null
  const arrive = () => {
    setArrived(true)
    const first = begun.id as AlarmId
    void client.feedback(first, 'helped', true)
    void client.feedback(first, 'minutes', Math.min(1440, Math.max(0, (Date.now() - begun.at) / 60_000)))
  }
  return (
    <section className="outcome" aria-label={`What came of the call of ${noticed.wearer}`}>
      <button type="button" className="big" disabled={arrived} onClick={arrive}>
        {arrived ? `You are with ${noticed.wearer}` : `I am with ${noticed.wearer} now`}
      </button>
      {(said === 'callEmergency' || latest.experience === 'emergency') && (
        <Question
          asks="Was the ambulance needed?"
          choices={yesOrNo}
          onChoose={(confirmed) => void confirm(episode.episode, confirmed)}
        />
      )}
    </section>
  )
}

/** Says of the call for an ambulance, the last step of the episode, whether it was needed. */
async function confirm(episode: string, confirmed: boolean): Promise<void> {
  const { steps } = await client.episode(episode)
  const last = steps.findLast(({ record }) => record.experience === 'emergency')
  if (last !== undefined) client.feedback(last.record.id as AlarmId, 'confirmed', confirmed)
}
