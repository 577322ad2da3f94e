import type { Alert, EventEntry, Fault } from 'holon'
import { describeFault } from '../break/broken.ts'
import { formatJson, formatName, formatTitle } from '../format/json.ts'
import { formatTime } from '../format/time.ts'
import { useHappenings } from '../live/live.tsx'
import './happening-list.css'

/** Alerts and events since the page was opened. */
export function HappeningList() {
  const happenings = useHappenings()
  if (happenings.length === 0) {
    return (
      <p className="quiet">
        Nothing notable since you opened this page. Alerts, broken models and erased people would stand here.
      </p>
    )
  }
  return (
    <ul className="happenings" aria-live="polite">
      {happenings.map((happening) => (
        <li key={`${happening.at} ${titleOf(happening)}`} data-severity={severityOf(happening)}>
          <time className="quiet" dateTime={new Date(happening.at).toISOString()}>
            {formatTime(happening.at)}
          </time>
          <div>
            <p className="happening-title">{titleOf(happening)}</p>
            <p className="small quiet">{detailsOf(happening)}</p>
          </div>
        </li>
      ))}
    </ul>
  )
}

function titleOf(happening: Alert | EventEntry): string {
  if ('title' in happening) return happening.title
  const { name, details } = happening
  if (name !== 'model-fault') return formatTitle(name)
  const fault = describeFault(details as unknown as Fault)
  return `${formatJson(details.model)} ${fault === 'works' || fault === 'talks nonsense' ? fault : `is ${fault}`}`
}

const severityOf = (happening: Alert | EventEntry): string =>
  'severity' in happening ? happening.severity : 'info'

function detailsOf(happening: Alert | EventEntry): string {
  if ('name' in happening && happening.name === 'model-fault') return 'Broken or restored on purpose.'
  return Object.entries(happening.details)
    .map(([name, value]) => `${formatName(name)} ${formatJson(value)}`)
    .join(' · ')
}
