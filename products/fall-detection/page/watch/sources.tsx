import { seededRandom } from 'holon/stats'
import { type ChangeEvent, useState } from 'react'
import { type Pastime, pastimes, simulate } from '../../domain/simulate.ts'
import type { Refusal } from '../stream/phone.ts'
import { type Recording, recordingsOf } from '../stream/recording.ts'
import type { Watching } from '../stream/use-stream.ts'
import './sources.css'

const refusals: Readonly<Record<Refusal, string>> = {
  'no sensor': 'This device has no motion sensor that a page may read.',
  'not allowed': 'The motion sensor may not be read. Allow it in the settings of the browser, and try again.',
  silent: 'The motion sensor says nothing. Computers seldom have one; phones do.',
}

/** What the wrist does: simulated, recorded, or the motion of this device. */
export function Sources({ watching }: { watching: Watching }) {
  const playing = (pastime: Pastime) =>
    watching.play(pastimes[pastime], simulate(pastime, seededRandom(Date.now())), 'simulation')
  return (
    <section className="sources" aria-labelledby="sources">
      <h2 id="sources">What does the wrist do?</h2>
      <div className="pastimes">
        {(Object.keys(pastimes) as Pastime[]).map((pastime) => (
          <button key={pastime} type="button" onClick={() => playing(pastime)}>
            {pastimes[pastime]}
          </button>
        ))}
      </div>
      <div className="others">
        <button type="button" onClick={() => void watching.phone()}>
          Watch this phone’s motion
        </button>
        <Recordings watching={watching} />
      </div>
      {watching.refusal !== undefined && <p role="alert">{refusals[watching.refusal]}</p>}
    </section>
  )
}

function Recordings({ watching }: { watching: Watching }) {
  const [recordings, setRecordings] = useState<readonly Recording[]>()
  const open = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? []
    if (file !== undefined) setRecordings(await recordingsOf(file).catch(() => []))
  }
  const start = ({ target }: ChangeEvent<HTMLSelectElement>) => {
    const recording = recordings?.[Number(target.value)]
    if (recording !== undefined) watching.play(recording.name, recording.readings(), 'recording')
  }
  return (
    <div className="recordings">
      <label>
        Open recorded trials <small>(.jsonl or .jsonl.gz; they stay in this browser)</small>
        <input type="file" accept=".jsonl,.ndjson,.gz" onChange={(event) => void open(event)} />
      </label>
      {recordings?.length === 0 && <p role="alert">There are no trials in that file.</p>}
      {recordings !== undefined && recordings.length > 0 && (
        <label>
          Play
          <select defaultValue="" onChange={start}>
            <option value="" disabled>
              one of {recordings.length}
            </option>
            {recordings.map(({ name }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: recordings have no other identity, and never change order
              <option key={index} value={index}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  )
}
