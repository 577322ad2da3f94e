import type { Judge } from '../../../spec/flight.ts'
import { short } from '../../short.ts'

const corrected = 'p-values are corrected for the goals and arms beside them (Holm)'
const rest = 'Costs, stretches, slices and factors hold however often one looks.'

const spendings = { 'obrien-fleming': "O'Brien and Fleming", pocock: 'Pocock' } as const

/** What the intervals and p-values, or posteriors, of the goals mean. */
export function meaningOf(judge: Judge): string {
  switch (judge.method) {
    case 'always-valid':
      return `Intervals hold at 95 % however often one looks; ${corrected}.`
    case 'fixed':
      return `Judged once, at ${judge.units} units, and what was seen then stays: intervals hold at 95 % for that one look; ${corrected}. ${rest}`
    case 'group-sequential':
      return `Judged at up to ${judge.looks} looks on the way to ${judge.units} units, and what was seen at a look stays until the next: the error of 5 % is spent as ${spendings[judge.spending ?? 'obrien-fleming']} do, intervals hold at 95 % over all looks together; ${corrected}. ${rest}`
    case 'bayesian':
      return `What to believe, given the data and a normal prior of mean ${percent(judge.prior.mean ?? 0)} and standard deviation ${percent(judge.prior.deviation)} of the control's value: intervals hold the effect with a probability of 95 %, if the prior is right. These are no error rates: how often such a verdict is wrong depends on the prior and on how often one looks, and nothing is corrected for the number of goals and arms. ${rest}`
  }
}

const percent = (share: number): string => `${short(100 * share)} %`
