import type { SimulationDocument } from 'holon'
import { useMemo } from 'react'
import { formatMeasured } from '../../format/number.ts'
import { useDay } from '../chart/day.tsx'
import { domainOf } from '../chart/domain.ts'
import { type Line, LineChart } from '../chart/line-chart.tsx'
import type { Mark } from '../chart/marks.ts'
import { stepAt } from '../chart/steps.ts'
import { courseOf, type FigureCourse } from '../run/figures.ts'
import type { Two } from './two.ts'

type Pair = readonly [FigureCourse, FigureCourse]

/** Figures of the world that both runs have, beside each other. */
export function FigurePairs({ documents, marks }: { documents: Two; marks: readonly Mark[] }) {
  const pairs = useMemo(() => pairsOf(documents), [documents])
  if (pairs.length === 0) return null
  return (
    <section className="layer" aria-label="Figures of the world">
      <header>
        <h2>The world</h2>
        <p className="small truth">only the world knows</p>
      </header>
      <ul className="layer-goals">
        {pairs.map((pair) => (
          <FigurePair key={pair[0].name} pair={pair} days={documents[0].days} marks={marks} />
        ))}
      </ul>
    </section>
  )
}

function pairsOf([before, after]: Two): readonly Pair[] {
  const courses = ({ figures, day }: SimulationDocument) => figures.map((figure) => courseOf(figure, day))
  const others = courses(after)
  return courses(before).flatMap((one) => {
    const other = others.find(({ name }) => name === one.name)
    return other === undefined ? [] : [[one, other] as const]
  })
}

function FigurePair({ pair, days, marks }: { pair: Pair; days: number; marks: readonly Mark[] }) {
  const [before, after] = pair
  const { day } = useDay()
  const lines = useMemo<readonly Line[]>(
    () => [
      { key: 'before', look: 'measured', points: before.points },
      { key: 'after', look: 'second', points: after.points },
    ],
    [before, after],
  )
  const domain = useMemo(
    () => domainOf({ values: [0, ...lines.flatMap(({ points }) => points.map(({ value }) => value))] }),
    [lines],
  )
  const say = (course: FigureCourse) => {
    const value = day === undefined ? course.value : stepAt(course.points, day)?.value
    return value === null || value === undefined ? '–' : formatMeasured(value)
  }
  return (
    <li className="goal-course">
      <div className="goal-course-head">
        <h3>{before.name}</h3>
        <span className="quiet small">{before.per}</span>
      </div>
      <p className="pair-values">
        <span>
          A <b>{say(before)}</b>
        </span>
        <span className="second">
          B <b>{say(after)}</b>
        </span>
      </p>
      <LineChart
        label={`${before.name} in both runs over time`}
        days={days}
        domain={domain}
        lines={lines}
        marks={marks}
        format={formatMeasured}
      />
    </li>
  )
}
