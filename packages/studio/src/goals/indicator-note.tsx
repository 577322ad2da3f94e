import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { GoalDocument, IndicatorStanding } from 'holon'
import { useSystem } from '../shell/system.ts'
import './indicator-note.css'
import { flightCount, indicatorWords } from './indicator-words.ts'
import { indicatorsQuery } from './indicators-query.ts'

/** Of a leading indicator: whether what it stands for went with it in flights that have ended, a line for each. */
export function IndicatorNote({ goal }: { goal: GoalDocument }) {
  const { name } = useSystem()
  const isIndicator = goal.layer === 'leading' && goal.supports.length > 0
  const { data } = useQuery({ ...indicatorsQuery(name), enabled: isIndicator })
  const own = data?.pairs.filter(({ indicator }) => isIndicator && indicator === goal.name) ?? []
  return own.map((standing) => <Line key={standing.goal} standing={standing} />)
}

function Line({ standing }: { standing: IndicatorStanding }) {
  const { name } = useSystem()
  const { goal, verdict, words, flights } = standing
  const [before, behind] = indicatorWords(standing)
  return (
    <p className="goal-indicator small" data-verdict={verdict} title={words}>
      {before}
      <b>{goal}</b>
      {behind}
      {flights > 0 && (
        <>
          {' · '}
          <Link to="/systems/$system/flights" params={{ system: name }}>
            {flightCount(flights)}
          </Link>
        </>
      )}
    </p>
  )
}
