import type { SimulationDocument } from 'holon'
import { layerWords } from '../../goals/layers.ts'
import { Empty } from '../../look/state.tsx'
import type { Mark } from '../chart/marks.ts'
import { GoalCourse } from './goal-course.tsx'
import './goals-over-time.css'

/** Every goal over time, in its layer, the organization on top. */
export function GoalsOverTime({ document, marks }: { document: SimulationDocument; marks: readonly Mark[] }) {
  const { goals } = document
  if (goals.length === 0) return <Empty title="No goal is declared." />
  return (
    <div className="layers">
      {layerWords.map(({ layer, title, about }) => {
        const here = goals.filter((goal) => goal.layer === layer)
        return (
          <section key={layer} className="layer" aria-label={title}>
            <header>
              <h2>{title}</h2>
              <p className="quiet small">{about}</p>
            </header>
            <ul className="layer-goals">
              {here.map((goal) => (
                <GoalCourse
                  key={goal.name}
                  goal={goal}
                  days={document.days}
                  until={document.day}
                  marks={marks}
                />
              ))}
              {here.length === 0 && <li className="quiet">No goal here.</li>}
            </ul>
          </section>
        )
      })}
    </div>
  )
}
