import { IconEye, IconMessage, IconPencil, IconRotate, IconWorld } from '@tabler/icons-react'
import type { RecordDocument } from 'holon'
import { formatJson } from '../format/json.ts'
import { formatLater, formatTime } from '../format/time.ts'
import './came-back.css'

type Back = RecordDocument['back'][number]

const kinds = {
  exposure: { Icon: IconEye, words: 'seen' },
  feedback: { Icon: IconMessage, words: 'said by the person' },
  correction: { Icon: IconPencil, words: 'put right by the person' },
  outcome: { Icon: IconWorld, words: 'seen in the world' },
  retraction: { Icon: IconRotate, words: 'taken back' },
}

interface Came {
  readonly back: RecordDocument['back']
  readonly since: number
  readonly audits?: RecordDocument['record']['audits']
}

/** Everything that came back for a decision, in order. */
export function CameBack({ back, since, audits = {} }: Came) {
  if (back.length === 0) return <p className="quiet">Nothing came back yet.</p>
  return (
    <ol className="back">
      {back.map((entry) => (
        <Entry
          key={`${entry.at} ${entry.kind} ${entry.name} ${entry.key ?? ''}`}
          entry={entry}
          since={since}
          isAsked={audits[entry.name]?.asked === true}
        />
      ))}
    </ol>
  )
}

function Entry({ entry, since, isAsked }: { entry: Back; since: number; isAsked: boolean }) {
  const { Icon, words } = kinds[entry.kind]
  const value = entry.kind === 'exposure' && entry.value === true ? undefined : entry.value
  return (
    <li>
      <Icon size={17} aria-hidden="true" />
      <div>
        <p>
          <b>{entry.name}</b>
          {value !== undefined && `: ${formatJson(value)}`}
        </p>
        <p className="small quiet">
          {words}
          {isAsked && entry.kind !== 'retraction' && ', who was drawn at random and asked'}{' '}
          {formatLater(entry.at - since)}
          {entry.at - since >= 1000 && ' later'}, {formatTime(entry.at)}
        </p>
      </div>
    </li>
  )
}
