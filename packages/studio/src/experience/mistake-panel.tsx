import { Link } from '@tanstack/react-router'
import type { DecisionDocument } from 'holon'
import { Fragment } from 'react'
import { formatSentence } from '../format/json.ts'
import { formatNumber } from '../format/number.ts'
import { goalId } from '../goals/goal-id.ts'
import { None } from '../look/none.tsx'
import { Panel } from '../look/panel.tsx'
import { useSystem } from '../shell/system.ts'
import './mistake-panel.css'
import { anchorOf, namedBy } from './named.ts'

/** The mistakes that were planned for, with links to what notices and limits them. */
export function MistakePanel({ decision }: { decision: DecisionDocument }) {
  return (
    <Panel title="Mistakes it can make" flush={decision.mistakes.length > 0}>
      {decision.mistakes.length === 0 ? (
        <None>None planned for.</None>
      ) : (
        <table className="mistakes">
          <caption className="hidden">Mistakes</caption>
          <thead>
            <tr>
              <th scope="col">Mistake</th>
              <th scope="col">Who is harmed, and how</th>
              <th scope="col" className="right">
                Cost
              </th>
              <th scope="col">Noticed by</th>
              <th scope="col">Limited by</th>
              <th scope="col">Owner</th>
            </tr>
          </thead>
          <tbody>
            {decision.mistakes.map((one) => (
              <tr key={one.name}>
                <th scope="row">{one.name}</th>
                <td data-label="Harm">
                  <b>{one.harms}</b>: {formatSentence(one.harm)}
                </td>
                <td data-label="Cost" className="right">
                  {formatNumber(one.cost)}
                </td>
                <td data-label="Noticed by">
                  <Names names={one.noticedBy} decision={decision} />
                </td>
                <td data-label="Limited by">
                  <Names names={one.limitedBy} decision={decision} />
                </td>
                <td data-label="Owner">{one.owner}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}

function Names({ names, decision }: { names: readonly string[]; decision: DecisionDocument }) {
  if (names.length === 0) return <None>nothing</None>
  return (
    <ul className="mistake-names">
      {names.map((name) => (
        <li key={name}>
          <Name name={name} decision={decision} />
        </li>
      ))}
    </ul>
  )
}

function Name({ name, decision }: { name: string; decision: DecisionDocument }) {
  const { goals } = useSystem()
  const named = namedBy(name, decision, goals)
  if (named.kind === 'guardrail' || named.kind === 'experience' || named.kind === 'limit') {
    return <a href={`#${anchorOf(named.kind, name)}`}>{name}</a>
  }
  if (named.kind === 'goal') return <GoalLink goal={name} word={name} />
  if (named.kind !== 'feedback' || named.goals.length === 0) return name
  return (
    <>
      {name}{' '}
      <span className="small quiet">
        in{' '}
        {named.goals.map((goal, index) => (
          <Fragment key={goal}>
            {index > 0 && ', '}
            <GoalLink goal={goal} word={goal} />
          </Fragment>
        ))}
      </span>
    </>
  )
}

function GoalLink({ goal, word }: { goal: string; word: string }) {
  const { name: system } = useSystem()
  return (
    <Link to="/systems/$system/goals" params={{ system }} hash={goalId(goal)}>
      {word}
    </Link>
  )
}
