import { Tooltip } from '@mantine/core'
import type { GoalDocument } from 'holon'
import { formatBare, formatInUnit } from '../format/unit.ts'
import { Status } from '../look/status.tsx'
import { AuditNote } from './audit-note.tsx'
import './goal-card.css'
import { goalId } from './goal-id.ts'
import { GoalScale } from './goal-scale.tsx'
import { IndicatorNote } from './indicator-note.tsx'
import { scaleOf } from './scale.ts'
import { WaitingNote } from './waiting-note.tsx'

/** A goal: where it stands, on what evidence, and what it is good for. */
export function GoalCard(props: {
  goal: GoalDocument
  linked: boolean
  related: boolean
  approach: (name: string | undefined) => void
}) {
  const { goal, approach } = props
  const scale = scaleOf(goal)
  return (
    <li
      className="goal"
      id={goalId(goal.name)}
      data-linked={props.linked}
      data-related={props.related}
      onPointerEnter={() => approach(goal.name)}
      onPointerLeave={() => approach(undefined)}
      onFocus={() => approach(goal.name)}
      onBlur={() => approach(undefined)}
    >
      <div className="goal-head">
        <h3>{goal.name}</h3>
        <Tooltip label={goal.because}>
          <button type="button" className="goal-why" aria-description={goal.because}>
            <Status status={goal.status} />
          </button>
        </Tooltip>
      </div>
      <p className="goal-value">
        <b>{goal.value === null ? '–' : formatInUnit(goal.value, goal.unit)}</b>
        <span className="quiet small">
          {goal.interval !== null &&
            `${formatBare(goal.interval[0], goal.unit)} to ${formatInUnit(goal.interval[1], goal.unit)} · `}
          n = {goal.n.toLocaleString('en-US')}
        </span>
      </p>
      <GoalScale goal={goal} scale={scale} status={goal.status} target />
      {goal.audit !== undefined && <AuditNote audit={goal.audit} unit={goal.unit} />}
      <WaitingNote goal={goal} />
      <IndicatorNote goal={goal} />
      {goal.slices !== undefined && (
        <dl className="goal-slices">
          {goal.slices.map((slice) => (
            <div key={String(slice.slice)}>
              <dt className="small">{slice.slice === null ? 'unknown' : String(slice.slice)}</dt>
              <dd>
                <GoalScale goal={{ ...goal, ...slice }} scale={scale} status="slice" />
                <span className="small">
                  {slice.value === null ? '–' : formatBare(slice.value, goal.unit)}
                </span>
                <span className="small quiet">{slice.n.toLocaleString('en-US')}</span>
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p className="small goal-for">{goal.why}</p>
      {goal.supports.length > 0 && (
        <ul className="goal-supports small">
          {goal.supports.map(({ goal: to, expected, lag }) => (
            <li key={to}>
              <span className="quiet">{expected}</span> <a href={`#${goalId(to)}`}>{to}</a>
              {lag !== undefined && <span className="quiet"> after {lag}</span>}
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
