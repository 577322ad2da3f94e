import type { ChangeVerdict, EffectEstimate } from 'holon'
import { cutAt, placeOn } from './effect-scale.ts'
import './effect-plot.css'

/**
 * An effect with its interval around zero. The words beside it say the same; the mark points up for better, down for worse and
 * is hollow where nothing can be told, and an interval that goes on has an arrow at its end.
 */
export function EffectPlot(props: { effect: EffectEstimate | null; reach: number; verdict?: ChangeVerdict }) {
  const { effect, reach, verdict = 'no difference seen' } = props
  const at = (value: number): string => `${(placeOn(reach, value) * 100).toFixed(2)}%`
  const cut = effect === null ? undefined : cutAt(reach, effect.interval)
  return (
    <span className="effect-plot" data-verdict={verdict} aria-hidden="true">
      {effect !== null && (
        <>
          <i
            data-low={cut?.low}
            data-high={cut?.high}
            style={{
              left: at(effect.interval[0]),
              right: `${(100 - placeOn(reach, effect.interval[1]) * 100).toFixed(2)}%`,
            }}
          />
          <b style={{ left: at(effect.estimate) }} />
        </>
      )}
    </span>
  )
}
