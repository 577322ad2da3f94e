import type { Simulated, SimulatedGoal } from 'holon'
import { useMemo } from 'react'
import { formatBare, formatInUnit, formatTick } from '../../format/unit.ts'
import { boundsOf } from '../../goals/scale.ts'
import { Status } from '../../look/status.tsx'
import { useDay } from '../chart/day.tsx'
import { domainOf } from '../chart/domain.ts'
import { type Line, LineChart } from '../chart/line-chart.tsx'
import type { Mark } from '../chart/marks.ts'
import { type Step, stepAt, stepsOf } from '../chart/steps.ts'
import { zoneOf } from '../chart/zone.ts'
import './goal-course.css'

/** One goal over time: as measured, and as only the world knows it. */
export function GoalCourse(props: {
  goal: SimulatedGoal
  days: number
  until: number
  marks: readonly Mark[]
}) {
  const { goal, days, until, marks } = props
  const steps = useMemo(() => stepsOf(goal.overTime, until), [goal.overTime, until])
  const lines = useMemo(() => linesOf(steps), [steps])
  const domain = useMemo(() => goalDomain(goal, steps), [goal, steps])
  const zone = useMemo(() => zoneOf(goal.target), [goal.target])
  return (
    <li className="goal-course">
      <div className="goal-course-head">
        <h3>{goal.name}</h3>
        <Status status={goal.status} />
      </div>
      <Readout goal={goal} steps={steps} />
      <LineChart
        label={`${goal.name} over ${steps.length} stretches of time`}
        days={days}
        domain={domain}
        lines={lines}
        zone={zone}
        marks={marks}
        format={(value) => formatTick(value, goal.unit)}
      />
    </li>
  )
}

function linesOf(steps: readonly Step[]): readonly Line[] {
  const truths = steps.map(({ interval: _, truth, ...rest }) => ({ ...rest, value: truth }))
  return [
    { key: 'measured', look: 'measured', points: steps },
    ...(truths.some(({ value }) => value !== null)
      ? [{ key: 'truth', look: 'truth', points: truths } as const]
      : []),
  ]
}

function goalDomain({ target, unit }: SimulatedGoal, steps: readonly Step[]) {
  return domainOf({
    values: [...steps.flatMap(({ value, truth }) => [value, truth]), ...boundsOf(target)],
    intervals: steps.map(({ interval }) => interval),
    share: unit === '%',
  })
}

/** Values in all, or of the stretch pointed at. */
function Readout({ goal, steps }: { goal: SimulatedGoal; steps: readonly Step[] }) {
  const { day } = useDay()
  const step = day === undefined ? undefined : stepAt(steps, day)
  const shown: Simulated = step ?? goal
  const { value, interval, truth, n } = shown
  const { unit } = goal
  return (
    <dl className="readout">
      <div>
        <dt className="hidden">as measured</dt>
        <dd>
          <b>{value === null ? '–' : formatInUnit(value, unit)}</b>
          <span className="quiet small">
            {interval !== null && `${formatBare(interval[0], unit)} to ${formatBare(interval[1], unit)} · `}n
            = {n.toLocaleString('en-US')}
          </span>
        </dd>
      </div>
      <div className="readout-truth">
        <dt>only the world knows</dt>
        <dd>
          {truth === null ? <span className="quiet">nothing</span> : <b>{formatInUnit(truth, unit)}</b>}
          {isOutside(shown) && <span className="readout-outside small">outside the interval</span>}
        </dd>
      </div>
    </dl>
  )
}

const isOutside = ({ interval, truth }: Simulated): boolean =>
  interval !== null && truth !== null && (truth < interval[0] || truth > interval[1])
