import type { valueReport } from 'holon/world'
import { formatName } from '../../format/json.ts'
import { Difference } from '../compare/difference.tsx'
import '../compare/comparison.css'
import { Verdict } from '../../look/verdict.tsx'
import { ValueChart } from './value-chart.tsx'
import { valueWords } from './value-words.ts'

type Valued = ReturnType<typeof valueReport>['goals'][number]

/** One goal against the quality of the model, with what else could be done about it, the most helpful first. */
export function ValueCard({ goal, today }: { goal: Valued; today: number | null }) {
  return (
    <li className="goal-course">
      <div className="goal-course-head">
        <h3>{goal.name}</h3>
        <span className="small value-verdict">
          <b>{goal.verdict}</b>
        </span>
      </div>
      <p className="small">{valueWords(goal)}</p>
      <p className={goal.of === 'truth' ? 'truth small' : 'quiet small'}>
        {goal.of === 'truth' ? 'only the world knows' : 'as measured'}
      </p>
      <ValueChart goal={goal} today={today} />
      {goal.alternatives.length > 0 && (
        <ol className="value-others small" aria-label={`What else could be done about ${goal.name}`}>
          {goal.alternatives.map((one) => (
            <li key={`${one.kind} ${one.name}`}>
              <span>
                {one.kind === 'version' ? `version ${one.name}` : `the best model, ${formatName(one.name)}`}
              </span>
              <Verdict verdict={one.verdict} />
              <Difference goal={{ ...one, unit: goal.unit }} of="today" />
            </li>
          ))}
        </ol>
      )}
    </li>
  )
}
