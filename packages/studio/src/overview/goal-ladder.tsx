import { Link } from '@tanstack/react-router'
import type { GoalDocument } from 'holon'
import { formatBare } from '../format/unit.ts'
import { goalId } from '../goals/goal-id.ts'
import { GoalScale } from '../goals/goal-scale.tsx'
import { countStatuses, layerWords } from '../goals/layers.ts'
import { scaleOf } from '../goals/scale.ts'
import { Empty } from '../look/state.tsx'
import { Status } from '../look/status.tsx'
import { useSystem } from '../shell/system.ts'
import './goal-ladder.css'

/** The goals as rungs, organization on top, each with where it stands. */
export function GoalLadder({ goals }: { goals: readonly GoalDocument[] }) {
  const { name } = useSystem()
  if (goals.length === 0) {
    return (
      <Empty title="No goal is declared.">
        Say what the system is for with <code>goal(…)</code> in its declaration.
      </Empty>
    )
  }
  const count = countStatuses(goals)
  return (
    <>
      <p className="ladder-count">
        <Tally count={count.met} status="met" />
        <Tally count={count.missed} status="missed" />
        <Tally count={count.inconclusive} status="inconclusive" />
      </p>
      <ol className="ladder">
        {layerWords.map(({ layer, title }) => (
          <li key={layer} className="ladder-layer">
            <h3>{title}</h3>
            <ul>
              {goals
                .filter((goal) => goal.layer === layer)
                .map((goal) => (
                  <li key={goal.name}>
                    <Link
                      to="/systems/$system/goals"
                      params={{ system: name }}
                      hash={goalId(goal.name)}
                      className="rung"
                    >
                      <Status status={goal.status} bare />
                      <span className="rung-name">{goal.name}</span>
                      <GoalScale goal={goal} scale={scaleOf(goal)} status={goal.status} />
                      <span className="rung-value">
                        {goal.value === null ? 'none yet' : formatBare(goal.value, goal.unit)}
                      </span>
                    </Link>
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ol>
    </>
  )
}

function Tally({ count, status }: { count: number; status: GoalDocument['status'] }) {
  return (
    <span className="ladder-tally" data-none={count === 0}>
      <b>{count}</b> <Status status={status} />
    </span>
  )
}
