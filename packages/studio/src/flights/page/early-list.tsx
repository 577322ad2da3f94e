import type { EarlyEffects, GoalEffects } from 'holon'
import { formatShare } from '../../format/number.ts'
import { formatInUnit } from '../../format/unit.ts'
import { formatEffect, formatReach } from '../effect/effect-words.ts'

/** What to expect of decisions that do not count yet, goal by goal: no verdict rests on it. */
export function EarlyList({ goals }: { goals: readonly GoalEffects[] }) {
  const waiting = goals.flatMap(({ name, unit, early }) =>
    early === undefined ? [] : [{ name, unit, early }],
  )
  if (waiting.length === 0) return null
  return (
    <div className="layer-foot small">
      <p className="quiet">
        Early estimates, of decisions that do not count above yet, each arm corrected by how soon answers come
        in it. No verdict rests on them.
      </p>
      <ul>
        {waiting.map(({ name, unit, early }) => (
          <li key={name}>
            <b>{name}</b>, within {early.within}: {earlyWords(early, unit)}
          </li>
        ))}
      </ul>
    </div>
  )
}

function earlyWords({ effects, because }: EarlyEffects, unit: string): string {
  if (effects.length === 0) return because
  return effects
    .map(({ arm, value, control, absolute, arrived, controlArrived }) => {
      const effect =
        absolute === null
          ? 'too few to say'
          : `${formatEffect(absolute.estimate, unit)} (${formatReach(absolute.interval, unit)})`
      const values =
        value === null || control === null
          ? ''
          : `, ${formatInUnit(value, unit)} against ${formatInUnit(control, unit)}`
      return `${arm} ${effect}${values}; ${formatShare(arrived)} and ${formatShare(controlArrived)} of the answers should have come`
    })
    .join('. ')
}
