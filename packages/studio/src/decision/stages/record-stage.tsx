import { totalMilliseconds } from '../../decisions/prediction.ts'
import { formatMilliseconds, formatShare } from '../../format/number.ts'
import { Facts } from '../../look/facts.tsx'
import { Hash } from '../../look/hash.tsx'
import { Stage } from '../stage.tsx'
import { TimingBar } from '../timing-bar.tsx'
import type { Opened } from './opened.ts'

/** What was written down, before the answer. */
export function RecordStage({ document, replayed }: Opened) {
  const { record } = document
  const arms = Object.entries(record.arms).map(([flight, arm]) => `${flight}: ${arm}`)
  return (
    <Stage title="Record" does="On disk before anyone was answered." replayed={replayed('record')}>
      <TimingBar timings={record.timings} />
      <Facts
        facts={{
          Decision: <Hash value={record.id} what="decision id" />,
          Snapshot: <Hash value={record.snapshot} what="snapshot" />,
          Propensity: formatShare(record.propensity),
          Pseudonym: record.person && <code>{record.person}</code>,
          Episode: record.episode,
          Key: record.key && <code>{record.key}</code>,
          Flights: arms.length === 0 ? undefined : arms.join(', '),
          Kept: record.drop === 0 ? 'always' : `${formatShare(1 - record.drop)} of records like this one`,
          Cost: String(record.cost),
          'Time taken': formatMilliseconds(totalMilliseconds(record)),
        }}
      />
    </Stage>
  )
}
