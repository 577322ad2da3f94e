import type { Target } from '../../../spec/api.ts'
import type { EffectPosterior } from '../../../spec/scorecard.ts'
import type { TestedEffect } from './test-effect.ts'

const unsaid: EffectPosterior = { chanceBetter: null, lossOfTaking: null, lossOfKeeping: null }

/** What is believed of a rise, as what is believed of the arm being better. */
export function posteriorOf(
  target: Target,
  control: number,
  { chance, lossIfTaken, lossIfKept }: NonNullable<TestedEffect['rise']>,
): EffectPosterior {
  const up = wanted(target, control)
  if (up === undefined) return unsaid
  return up
    ? { chanceBetter: chance, lossOfTaking: lossIfTaken, lossOfKeeping: lossIfKept }
    : { chanceBetter: 1 - chance, lossOfTaking: lossIfKept, lossOfKeeping: lossIfTaken }
}

/** Whether it should rise; undefined where it is between the ends of its target, and either way may be too far. */
function wanted(target: Target, control: number): boolean | undefined {
  if ('atLeast' in target) return true
  if ('atMost' in target) return false
  const [least, most] = target.between
  if (control < least) return true
  return control > most ? false : undefined
}
