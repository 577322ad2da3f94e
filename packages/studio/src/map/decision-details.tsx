import { Link } from '@tanstack/react-router'
import type { DecisionDocument } from 'holon'
import { formatSentence } from '../format/json.ts'
import { formatNumber } from '../format/number.ts'
import { Experience } from '../look/experience.tsx'
import { None } from '../look/none.tsx'
import { useSystem } from '../shell/system.ts'

/** A decision point with all it declares. */
export function DecisionDetails({ decision }: { decision: DecisionDocument }) {
  const { name: system } = useSystem()
  return (
    <article className="details">
      <header>
        <h2>{decision.name}</h2>
        <p className="quiet small">decision{decision.model !== undefined && `, asks ${decision.model}`}</p>
      </header>
      <p>{formatSentence(decision.does)}</p>
      <p className="small">
        <Link to="/systems/$system/try" params={{ system }} search={{ decision: decision.name }}>
          Try it
        </Link>{' '}
        ·{' '}
        <Link to="/systems/$system/decisions" params={{ system }} search={{ decision: decision.name }}>
          See it decide
        </Link>
      </p>
      <section>
        <h3>Policy</h3>
        <p>{formatSentence(decision.policy.words)}</p>
      </section>
      <Experiences decision={decision} />
      <section>
        <h3>Guardrails</h3>
        {decision.guardrails.length === 0 && <None>None.</None>}
        <ul className="details-list">
          {decision.guardrails.map((one) => (
            <li key={one.name}>
              <b>{one.name}</b>
              <p>{formatSentence(one.promise)}</p>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h3>When nothing can be trusted</h3>
        <p>
          People meet <b>{decision.fallback}</b>.
        </p>
      </section>
      <Feedback decision={decision} />
      <Mistakes decision={decision} />
    </article>
  )
}

function Experiences({ decision }: { decision: DecisionDocument }) {
  return (
    <section>
      <h3>Experiences</h3>
      <ul className="details-list">
        {decision.experiences.map((one) => (
          <li key={one.name}>
            <p className="details-experience">
              <Experience name={one.name} style={one.style} />
              <span className="quiet">{one.style}</span>
              <Force value={one.forcefulness} />
            </p>
            <p className="small">
              right {formatNumber(one.right)} · wrong {formatNumber(one.wrong)} · interrupting{' '}
              {formatNumber(one.interrupting)}
            </p>
            {one.undo !== undefined && <p className="small">Undone: {formatSentence(one.undo)}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}

const steps = [0.2, 0.4, 0.6, 0.8, 1] as const

function Force({ value }: { value: number }) {
  return (
    <span className="force" role="img" aria-label={`forcefulness ${value}`} title={`forcefulness ${value}`}>
      {steps.map((step) => (
        <i key={step} data-on={value >= step - 0.1} />
      ))}
    </span>
  )
}

function Feedback({ decision }: { decision: DecisionDocument }) {
  return (
    <section>
      <h3>What comes back</h3>
      {decision.feedback.length === 0 && <None>Nothing.</None>}
      <ul className="details-list">
        {decision.feedback.map((one) => (
          <li key={one.name}>
            <b>{one.name}</b> <span className="quiet">{one.kind}</span>
            <p>
              {one.asks}
              {one.within !== undefined && ` Within ${one.within}`}
              {one.otherwise !== undefined && `, else ${String(one.otherwise)}`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Mistakes({ decision }: { decision: DecisionDocument }) {
  return (
    <section>
      <h3>Mistakes it can make</h3>
      {decision.mistakes.length === 0 && <None>None planned for.</None>}
      <ul className="details-list">
        {decision.mistakes.map((one) => (
          <li key={one.name}>
            <b>{one.name}</b> <span className="quiet">costs {formatNumber(one.cost)}</span>
            <p>{formatSentence(`${one.harms}: ${one.harm}`)}</p>
            <p className="small">
              Noticed by <Names names={one.noticedBy} />; limited by <Names names={one.limitedBy} />; owner{' '}
              {one.owner}.
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Names({ names }: { names: readonly string[] }) {
  return names.length === 0 ? <None>nothing</None> : names.join(', ')
}
