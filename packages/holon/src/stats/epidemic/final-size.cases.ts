import { CaseInput } from '../../../../../tools/case-input.ts'
import type { CaseRunner } from '../../../../../tools/case-runner.ts'
import { dormandPrince } from '../ode/dormand-prince.ts'
import { epidemicRates } from './compartments.ts'
import { extinctionProbability, finalSize, herdImmunity } from './final-size.ts'

/** The final size twice: as the root of the relation, and, as `final_size_by_time`, after the epidemic in time. */
export const runner: CaseRunner = {
  ids: ['epidemic/final-size'],
  run(input) {
    const reproduction = new CaseInput(input).number('R0')
    return {
      final_size: finalSize(reproduction),
      final_size_by_time: inTime(reproduction),
      herd_immunity: herdImmunity(reproduction),
      extinction_probability_one_case: extinctionProbability(reproduction),
    }
  },
}

function inTime(reproduction: number): number {
  const rates = epidemicRates({ contact: reproduction, recovery: 1, onset: 0.5 })
  return dormandPrince(rates, [1 - 1e-8, 1e-8, 0, 0], 0, 2000)[3] ?? Number.NaN
}
