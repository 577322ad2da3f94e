import { IconCheck, IconMinus } from '@tabler/icons-react'
import type { ScorecardDocument, VerdictRule } from 'holon'
import { formatTime } from '../../format/time.ts'
import { SayMark } from '../say-mark.tsx'
import { rulesTo } from './rules-to.ts'
import './verdict-panel.css'

/** What to do, in words, and the rules that led to it: all before the first that holds, that one, and the others on demand. */
export function VerdictPanel({ card: { verdict, at, flight } }: { card: ScorecardDocument }) {
  const { led, others } = rulesTo(verdict.rules)
  return (
    <section className="flight-verdict" aria-label="Verdict" data-say={verdict.say}>
      <p className="flight-verdict-say">
        <SayMark verdict={verdict} />
        <span className="quiet small">
          {flight.state === 'running' ? 'seen' : 'at the end, seen'}{' '}
          <time dateTime={new Date(at).toISOString()}>{formatTime(at)}</time>
        </span>
      </p>
      <p className="flight-verdict-words">{verdict.words}</p>
      <details>
        <summary>The rules that led to it</summary>
        <p className="small">They are asked in this order; the first that holds decides.</p>
        <ol className="flight-rules">
          {led.map((rule) => (
            <Rule key={rule.rule} rule={rule} />
          ))}
        </ol>
        {others.length > 0 && (
          <>
            <p className="small">Not asked any more, and how they stand:</p>
            <ol className="flight-rules" start={led.length + 1}>
              {others.map((rule) => (
                <Rule key={rule.rule} rule={rule} />
              ))}
            </ol>
          </>
        )}
      </details>
    </section>
  )
}

function Rule({ rule: { rule, holds, because } }: { rule: VerdictRule }) {
  const Icon = holds ? IconCheck : IconMinus
  return (
    <li data-holds={holds}>
      <Icon size={16} aria-hidden="true" />
      <span>
        {rule}
        {holds && <span className="flight-rule-because">{because}</span>}
      </span>
      <span className="small">{holds ? 'holds' : 'not so'}</span>
    </li>
  )
}
