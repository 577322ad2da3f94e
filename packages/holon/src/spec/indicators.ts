/** An estimate with its standard error, as a share of the control's value. */
export interface SharedEffect {
  readonly estimate: number
  readonly deviation: number
}

/** What one arm of a flight did to a leading indicator, and to the goal that the indicator stands for. */
export interface IndicatorEffect {
  readonly flight: string
  readonly arm: string
  readonly indicator: SharedEffect
  readonly goal: SharedEffect
  /** Of the two errors, which the same people cause: from how they went together over stretches of the flight. */
  readonly covariance: number
  /** Simulated: in how many worlds. */
  readonly worlds?: number
}

/**
 * `predicts`: the goal goes with the indicator. `misleading`: it does not, or goes the other way. `unknown`: too few flights,
 * or too little is sure.
 */
export type IndicatorVerdict = 'predicts' | 'misleading' | 'unknown'

/** How well the effects of changes on a leading indicator told their effects on a goal that it supports. */
export interface IndicatorStanding {
  readonly indicator: string
  readonly goal: string
  /** What is declared: the goal is to rise or to fall when the indicator rises. */
  readonly expected: 'raises' | 'lowers'
  readonly verdict: IndicatorVerdict
  readonly words: string
  /** Flights with effects on both. */
  readonly flights: number
  /** Effect on the goal that went with an effect of 1 on the indicator, both as shares of the control. */
  readonly slope: number | null
  /** 95 %, over changes like these. */
  readonly interval: readonly [number, number] | null
  /** Of the changes that surely moved the indicator: how many moved the goal the way that is declared. */
  readonly agreed: {
    readonly n: number
    readonly of: number
    readonly interval: readonly [number, number] | null
  }
  readonly effects: readonly IndicatorEffect[]
}

/** What a scorecard says of an indicator. */
export type IndicatorNote = Pick<IndicatorStanding, 'goal' | 'verdict' | 'words'>

/** `GET /api/v1/systems/{system}/indicators`: over all flights that have ended. */
export interface IndicatorsDocument {
  readonly system: string
  readonly at: number
  /** Each leading indicator with each goal that it is declared to support. */
  readonly pairs: readonly IndicatorStanding[]
}
