import type { Effect, Scale } from '../../../stats/effect/effect.ts'
import type { Interval } from '../../../stats/interval/interval.ts'

/** Whose effect it is. */
export interface EffectOf {
  readonly arm: string
  readonly scale: Scale
  /** Value of the control. */
  readonly control: number
}

/** An effect as it is judged. */
export interface TestedEffect {
  readonly estimate: number
  readonly interval: Interval
  readonly pValue: number | null
  /** Standard errors from no effect, at a group-sequential look. */
  readonly z?: number
  /** What is believed of a rise, whether or not it is for the better. */
  readonly rise?: { readonly chance: number; readonly lossIfTaken: number; readonly lossIfKept: number }
}

/** Judges an effect in the way that the flight is judged; undefined while it is not to be looked at. */
export type TestEffect = (effect: Effect, of: EffectOf) => TestedEffect | undefined
