import type { IndicatorStanding } from '../../spec/indicators.ts'
import type { Measure } from '../../spec/measure.ts'
import type { GoalPart } from '../../system/goal.ts'
import { isSummed } from '../arms/unit-sums.ts'

/** A leading indicator and a goal that it is declared to support. */
export interface IndicatorPair extends Pick<IndicatorStanding, 'indicator' | 'goal' | 'expected'> {
  /** Absent where nothing measures one of the two over people. */
  readonly measures?: { readonly indicator: Measure; readonly goal: Measure }
}

/** Each leading indicator with each goal that it supports, in the order of declaration. */
export const pairsOf = (goals: readonly GoalPart[]): readonly IndicatorPair[] =>
  goals
    .filter(({ layer }) => layer === 'leading')
    .flatMap(({ name, measure, supports }) =>
      supports.map(({ goal, expected }) => ({
        ...{ indicator: name, goal: goal.name, expected },
        ...measuresOf(measure, goal.measure),
      })),
    )

/** Only what is summed over people has an effect in every stretch of a flight. */
function measuresOf(
  indicator: Measure | undefined,
  goal: Measure | undefined,
): Pick<IndicatorPair, 'measures'> {
  const both = indicator !== undefined && goal !== undefined
  return both && isSummed(indicator) && isSummed(goal) ? { measures: { indicator, goal } } : {}
}
