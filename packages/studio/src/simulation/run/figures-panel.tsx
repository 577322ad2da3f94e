import type { SimulationDocument } from 'holon'
import { useMemo } from 'react'
import { formatMeasured } from '../../format/number.ts'
import { useDay } from '../chart/day.tsx'
import { domainOf } from '../chart/domain.ts'
import { LineChart } from '../chart/line-chart.tsx'
import type { Mark } from '../chart/marks.ts'
import { stepAt } from '../chart/steps.ts'
import { courseOf, type FigureGroup, groupsOf } from './figures.ts'
import './figures-panel.css'

/** Figures that no goal measures and only the world knows. */
export function FiguresPanel({ document, marks }: { document: SimulationDocument; marks: readonly Mark[] }) {
  const { figures, day, days } = document
  const groups = useMemo(() => groupsOf(figures.map((figure) => courseOf(figure, day))), [figures, day])
  return (
    <section className="layer" aria-label="Figures of the world">
      <header>
        <h2>The world</h2>
        <p className="small truth">only the world knows</p>
      </header>
      <ul className="layer-goals">
        {groups.map((group) => (
          <Figure key={group.name} group={group} days={days} marks={marks} />
        ))}
      </ul>
    </section>
  )
}

function Figure({ group, days, marks }: { group: FigureGroup; days: number; marks: readonly Mark[] }) {
  const { name, members } = group
  const domain = useMemo(
    () => domainOf({ values: [0, ...members.flatMap(({ points }) => points.map(({ value }) => value))] }),
    [members],
  )
  const lines = useMemo(
    () =>
      members.map(({ name, points }, index) => ({
        key: name,
        look: 'figure' as const,
        ...(members.length > 1 && { shade: shadeOf(index) }),
        points,
      })),
    [members],
  )
  return (
    <li className="goal-course">
      <div className="goal-course-head">
        <h3>{name}</h3>
        <span className="quiet small">{members[0]?.per}</span>
      </div>
      <ul className="figure-values small">
        {members.map((member, index) => (
          <Value
            key={member.name}
            member={member}
            shade={members.length === 1 ? undefined : shadeOf(index)}
          />
        ))}
      </ul>
      <LineChart
        label={`${name} over time`}
        days={days}
        domain={domain}
        lines={lines}
        marks={marks}
        format={formatMeasured}
      />
    </li>
  )
}

function Value({ member, shade }: { member: FigureGroup['members'][number]; shade: number | undefined }) {
  const { day } = useDay()
  const value = day === undefined ? member.value : stepAt(member.points, day)?.value
  return (
    <li>
      {shade !== undefined && <span className="figure-swatch" data-shade={shade} />}
      {member.called} <b>{value === null || value === undefined ? '–' : formatMeasured(value)}</b>
    </li>
  )
}

const shadeOf = (index: number): number => (index % 8) + 1
