import { utilityEnvelope } from '../stats/utility/envelope.ts'
import type { DecisionPart } from './decision.ts'

/** A stretch of the predicted probability in which an experience is the best. */
export interface BestFor {
  readonly experience: string
  readonly from: number
  readonly to: number
}

/**
 * The thresholds that follow from the utilities of a decision, for a person who was not interrupted lately: which
 * experience is best for which predicted probability. Undefined where utilities are not lines in one probability.
 */
export function derivedThresholds({
  policy,
  model,
  experiences,
}: DecisionPart): readonly BestFor[] | undefined {
  if (policy.byUtility !== true || model?.predicts.kind !== 'probability') return undefined
  if (experiences.some((one) => one.chance !== undefined || one.worth !== undefined)) return undefined
  const weighed = experiences.filter((one) => one.name !== policy.options.handOver)
  const lines = weighed.map(({ right, wrong, interrupting }) => ({
    ...{ whenTrue: right + interrupting, whenFalse: wrong + interrupting },
  }))
  return utilityEnvelope(lines).map(({ index, from, to }) => ({
    experience: weighed[index]?.name ?? '',
    from,
    to,
  }))
}
