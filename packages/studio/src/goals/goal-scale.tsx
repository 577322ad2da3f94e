import type { GoalDocument, GoalStatus } from 'holon'
import { formatInUnit } from '../format/unit.ts'
import './goal-scale.css'
import { boundsOf, placeOn, type Scale, zoneOn } from './scale.ts'

type Shown = Pick<GoalDocument, 'target' | 'value' | 'interval' | 'unit'>

/** Value and interval drawn against the zone in which the target is reached. With `target`, its numbers stand below. */
export function GoalScale(props: {
  goal: Shown
  scale: Scale
  status: GoalStatus | 'slice'
  target?: boolean
}) {
  const { goal, scale, status } = props
  const { value, interval } = goal
  const [from, to] = zoneOn(scale, goal.target)
  return (
    <div className="scale" data-status={status} aria-hidden="true">
      <div className="scale-line">
        <div className="scale-zone" style={{ left: percent(from), right: percent(1 - to) }} />
        {interval !== null && (
          <div
            className="scale-interval"
            style={{
              left: percent(placeOn(scale, interval[0])),
              right: percent(1 - placeOn(scale, interval[1])),
            }}
          />
        )}
        {boundsOf(goal.target).map((bound) => (
          <div key={bound} className="scale-bound" style={{ left: percent(placeOn(scale, bound)) }} />
        ))}
        {value !== null && <div className="scale-value" style={{ left: percent(placeOn(scale, value)) }} />}
      </div>
      {props.target === true && (
        <div className="scale-labels small">
          {boundsOf(goal.target).map((bound, index) => (
            <span
              key={bound}
              style={{
                left: percent(placeOn(scale, bound)),
                translate: percent(-placeOn(scale, bound)),
              }}
            >
              {labelOf(goal, index)}
            </span>
          ))}
        </div>
      )}
    </div>
  )
}

function labelOf({ target, unit }: Shown, index: number): string {
  const bound = formatInUnit(boundsOf(target)[index] ?? 0, unit).replace(/\.0(?=%)/, '')
  if ('atLeast' in target) return `≥ ${bound}`
  return 'atMost' in target ? `≤ ${bound}` : bound
}

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`
