import { HolonError } from 'holon'
import { compareRuns } from 'holon/world'
import { useMemo } from 'react'
import { layerWords } from '../../goals/layers.ts'
import { Failure } from '../../look/state.tsx'
import { StudioError } from '../../wire/error.ts'
import { DayProvider } from '../chart/day.tsx'
import { marksOf } from '../chart/marks.ts'
import { Sample } from '../run/legend.tsx'
import { Timeline } from '../run/timeline.tsx'
import { FigurePairs } from './figure-pairs.tsx'
import { GoalPair } from './goal-pair.tsx'
import { LayerVerdicts } from './layer-verdicts.tsx'
import '../run/goal-course.css'
import '../run/goals-over-time.css'
import './comparison.css'
import type { Two } from './two.ts'

/** What differs between two runs: layer by layer, goal by goal, over time. */
export function Comparison({ documents, names }: { documents: Two; names?: readonly [string, string] }) {
  const [before, after] = documents
  const compared = useMemo(() => comparedOrNot(documents), [documents])
  const marks = useMemo(() => marksOf(after.noticed.filter(({ by }) => by === 'scenario')), [after.noticed])
  if (compared instanceof StudioError) return <Failure error={compared} />
  const [one, other] = names ?? [before.version, after.version]
  return (
    <DayProvider>
      <LayerVerdicts layers={compared.layers} names={[one, other]} />
      <Timeline document={after} marks={marks} />
      <ul className="legend-line small">
        <li>
          <Sample look="measured" /> A: {one}
        </li>
        <li>
          <Sample look="second" /> <span className="second">B: {other}</span>
        </li>
        <li className="quiet">
          {compared.goals.some(({ from }) => from === 'stretches') &&
            'Intervals are from the stretches of time of one pair of runs: they hold for this one world.'}
        </li>
      </ul>
      <div className="layers">
        {layerWords.map(({ layer, title, about }) => {
          const here = compared.goals.filter((goal) => goal.layer === layer)
          if (here.length === 0) return null
          return (
            <section key={layer} className="layer" aria-label={title}>
              <header>
                <h2>{title}</h2>
                <p className="quiet small">{about}</p>
              </header>
              <ul className="layer-goals">
                {here.map((goal) => (
                  <GoalPair key={goal.name} goal={goal} documents={documents} marks={marks} />
                ))}
              </ul>
            </section>
          )
        })}
        <FigurePairs documents={documents} marks={marks} />
      </div>
    </DayProvider>
  )
}

/** The comparison, or why these two cannot be compared. */
function comparedOrNot([before, after]: Two) {
  try {
    return compareRuns([before], [after])
  } catch (error) {
    if (!(error instanceof HolonError)) throw error
    return new StudioError(error.code, `These runs cannot be compared: ${error.message}.`, error.fix, 0)
  }
}
