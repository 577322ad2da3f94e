import type { SimulationDocument } from 'holon'
import type { compareRuns } from 'holon/world'
import { useMemo } from 'react'
import { formatInUnit, formatTick } from '../../format/unit.ts'
import { boundsOf } from '../../goals/scale.ts'
import { Verdict } from '../../look/verdict.tsx'
import { useDay } from '../chart/day.tsx'
import { domainOf } from '../chart/domain.ts'
import { type Line, LineChart } from '../chart/line-chart.tsx'
import type { Mark } from '../chart/marks.ts'
import { type Step, stepAt, stepsOf } from '../chart/steps.ts'
import { zoneOf } from '../chart/zone.ts'
import { Difference } from './difference.tsx'
import type { Two } from './two.ts'

type Compared = ReturnType<typeof compareRuns>['goals'][number]

/** One goal in two runs: both over time, and the difference with its interval. */
export function GoalPair({
  goal,
  documents,
  marks,
}: {
  goal: Compared
  documents: Two
  marks: readonly Mark[]
}) {
  const { name, unit, target, of } = goal
  const lines = useMemo(() => linesOf(documents, name, of), [documents, name, of])
  const domain = useMemo(() => {
    const points = lines.flatMap(({ points }) => points)
    return domainOf({
      values: [...points.map(({ value }) => value), ...boundsOf(target)],
      intervals: points.map(({ interval }) => interval ?? null),
      share: unit === '%',
    })
  }, [lines, target, unit])
  const zone = useMemo(() => zoneOf(target), [target])
  return (
    <li className="goal-course">
      <div className="goal-course-head">
        <h3>{name}</h3>
        <Verdict verdict={goal.verdict} />
      </div>
      <Values goal={goal} lines={lines} />
      <Difference goal={goal} />
      <LineChart
        label={`${name} in both runs over time`}
        days={documents[0].days}
        domain={domain}
        lines={lines}
        zone={zone}
        marks={marks}
        format={(value) => formatTick(value, unit)}
      />
    </li>
  )
}

function Values({ goal, lines }: { goal: Compared; lines: readonly Line[] }) {
  const { day } = useDay()
  const { before, after, unit, of } = goal
  const at = (index: number) =>
    day === undefined ? [before, after][index] : stepAt(lines[index]?.points ?? [], day)?.value
  const say = (value: number | null | undefined) =>
    value === null || value === undefined ? '–' : formatInUnit(value, unit)
  return (
    <p className="pair-values">
      <span>
        A <b>{say(at(0))}</b>
      </span>
      <span className="second">
        B <b>{say(at(1))}</b>
      </span>
      <span className={of === 'truth' ? 'truth small' : 'quiet small'}>
        {of === 'truth' ? 'only the world knows' : 'as measured'}
      </span>
    </p>
  )
}

function linesOf(documents: Two, name: string, of: Compared['of']): readonly Line[] {
  const looks = ['measured', 'second'] as const
  return documents.map((document, index) => ({
    key: String(index),
    look: looks[index] ?? 'second',
    points: stepsIn(document, name).map((step) => (of === 'truth' ? asTruth(step) : step)),
  }))
}

function stepsIn(document: SimulationDocument, name: string): readonly Step[] {
  const goal = document.goals.find((one) => one.name === name)
  return goal === undefined ? [] : stepsOf(goal.overTime, document.day)
}

const asTruth = ({ interval: _, truth, ...rest }: Step) => ({ ...rest, value: truth })
