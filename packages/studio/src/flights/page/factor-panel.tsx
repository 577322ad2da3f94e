import type { FactorEffect, ScorecardDocument } from 'holon'
import { Panel } from '../../look/panel.tsx'
import { EffectPlot } from '../effect/effect-plot.tsx'
import { reachOf } from '../effect/effect-scale.ts'
import { formatEffect, formatReach } from '../effect/effect-words.ts'
import './factor-panel.css'

/** What each factor does over all levels of the others, and what two do together beyond the sum. */
export function FactorPanel({ card: { factors, goals } }: { card: ScorecardDocument }) {
  const main = goals.find(({ role }) => role === 'main')
  const unit = main?.unit ?? ''
  const reach = reachOf(
    factors.map(({ effect }) => ({ absolute: effect, relative: null })),
    'absolute',
  )
  return (
    <Panel title="Factors, told apart">
      <ul className="factors">
        {factors.map((one) => (
          <li key={`${one.factor} ${one.level} ${one.with?.factor} ${one.with?.level}`}>
            <div>
              <b>{titleOf(one)}</b>
              <span className="quiet small">
                {one.with === undefined ? 'over all levels of the rest' : 'beyond the sum of both'}
              </span>
            </div>
            <div>
              {one.effect === null ? (
                <span className="quiet">too few to say</span>
              ) : (
                <>
                  <b>{formatEffect(one.effect.estimate, unit)}</b>{' '}
                  <span className="factors-reach">({formatReach(one.effect.interval, unit)})</span>
                </>
              )}
              <span className="quiet small">{isNothing(one) && 'which may be nothing'}</span>
            </div>
            <EffectPlot effect={one.effect} reach={reach} />
          </li>
        ))}
      </ul>
      {main !== undefined && (
        <p className="quiet small">On the main goal, “{main.name}”. Drawn around zero, all on one scale.</p>
      )}
    </Panel>
  )
}

function titleOf({ factor, level, with: beside }: FactorEffect): string {
  const one = `${factor}: ${level}`
  return beside === undefined ? one : `${one} with ${beside.factor}: ${beside.level}`
}

const isNothing = ({ effect }: FactorEffect): boolean =>
  effect !== null && effect.interval[0] <= 0 && effect.interval[1] >= 0
