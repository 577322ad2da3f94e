import { IconAlertTriangle, IconCheck, IconClock, IconUser } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { CaseDocument } from 'holon'
import { formatTime } from '../format/time.ts'
import { useSystem } from '../shell/system.ts'
import { byPerson } from './by-person.ts'
import './case-list.css'
import { formatDue } from './due.ts'
import type { QueueFilters } from './filters.ts'
import { useNow } from './use-now.ts'

/** Cases by the people they were handed to, the most urgent first. */
export function CaseList(props: {
  cases: readonly CaseDocument[]
  filters: QueueFilters
  chosen: string | undefined
}) {
  return byPerson(props.cases).map(({ to, cases }) => (
    <section key={to} className="handed" aria-label={`For ${to}`}>
      <h3>
        For {to} <span className="quiet">{cases.length}</span>
      </h3>
      <ul>
        {cases.map((one) => (
          <li key={one.id}>
            <CaseLink one={one} filters={props.filters} chosen={one.id === props.chosen} />
          </li>
        ))}
      </ul>
    </section>
  ))
}

function CaseLink(props: { one: CaseDocument; filters: QueueFilters; chosen: boolean }) {
  const { one, filters, chosen } = props
  const { name: system } = useSystem()
  return (
    <Link
      to="/systems/$system/queue"
      params={{ system }}
      search={{ ...filters, case: one.id }}
      className="case-link"
      data-chosen={chosen}
      aria-current={chosen ? 'true' : undefined}
    >
      <span className="case-asks">{one.asks}</span>
      <CaseTime one={one} />
      <span className="case-about quiet small">
        {one.decision} · {one.feedback ?? one.experience}
        {one.claimed !== undefined && (
          <span className="case-claimed">
            <IconUser size={13} aria-hidden="true" /> {one.claimed.by}
          </span>
        )}
      </span>
    </Link>
  )
}

/** Until when, or since when it is overdue, or when it was answered; by shape, word and colour. */
export function CaseTime({ one }: { one: CaseDocument }) {
  const now = useNow()
  const { answered, due } = one
  const state = answered !== undefined ? 'answered' : due <= now ? 'overdue' : 'open'
  const Icon = { answered: IconCheck, overdue: IconAlertTriangle, open: IconClock }[state]
  const at = answered?.at ?? due
  return (
    <time className="case-time" data-state={state} dateTime={new Date(at).toISOString()}>
      <Icon size={14} aria-hidden="true" />
      {answered === undefined ? formatDue(due, now) : `answered ${formatTime(answered.at, now)}`}
    </time>
  )
}
