import { CaseInput } from '../../../../../tools/case-input.ts'
import type { CaseRunner } from '../../../../../tools/case-runner.ts'
import { type Confusion, confusionRates, mergeConfusions } from '../metrics/confusion.ts'
import { confusionByGroup, demographicParity, equalizedOdds, rateByGroup, rateDifference } from './groups.ts'
import { benefitsOf, betweenGroups, generalizedEntropy, theilIndex } from './inequality.ts'

export const runner: CaseRunner = {
  ids: [
    'fairness/fairlearn-metrics-g1',
    'fairness/fairlearn-metrics-g2',
    'fairness/fairlearn-metrics-g3',
    'fairness/aif360-entropy',
    'fairness/compas',
  ],
  run(input, { id }) {
    const fields = new CaseInput(input)
    if (id === 'fairness/compas') return compas(fields)
    return id === 'fairness/aif360-entropy' ? entropies(fields) : groupMetrics(fields)
  },
}

function groupMetrics(fields: CaseInput) {
  const groups = confusionByGroup(fields.numbers('y_pred'), fields.numbers('y_true'), fields.texts('group'))
  const none: Confusion = { tp: 0, fp: 0, fn: 0, tn: 0 }
  const parity = demographicParity(groups)
  const odds = equalizedOdds(groups)
  return {
    accuracy_by_group: rateByGroup(groups, 'accuracy'),
    selection_rate_by_group: rateByGroup(groups, 'selectionRate'),
    tpr_by_group: rateByGroup(groups, 'recall'),
    fpr_by_group: rateByGroup(groups, 'falsePositiveRate'),
    demographic_parity_difference: parity.difference,
    demographic_parity_ratio: parity.ratio,
    equalized_odds_difference: odds.difference,
    equalized_odds_ratio: odds.ratio,
    equal_opportunity_difference: rateDifference(groups, 'recall'),
    accuracy_overall: confusionRates(Object.values(groups).reduce(mergeConfusions, none)).accuracy,
  }
}

function entropies(fields: CaseInput) {
  const benefits = benefitsOf(fields.numbers('yhat'), fields.numbers('y'))
  const between = fields.has('group') ? betweenGroups(benefits, fields.numbers('group')) : benefits
  return {
    generalized_entropy: generalizedEntropy(benefits),
    theil: theilIndex(benefits),
    between_group_generalized_entropy: generalizedEntropy(between),
    between_group_theil: theilIndex(between),
  }
}

function compas(fields: CaseInput) {
  const cells = fields.fields('confusion')
  const counts: Confusion = {
    tp: cells.number('tp'),
    fp: cells.number('fp'),
    fn: cells.number('fn'),
    tn: cells.number('tn'),
  }
  const rates = confusionRates(counts)
  return {
    confusion: counts,
    fpr: 100 * rates.falsePositiveRate,
    fnr: 100 * rates.falseNegativeRate,
    specificity: rates.specificity,
    sensitivity: rates.recall,
    prevalence: rates.prevalence,
    ppv: rates.precision,
    npv: rates.negativePredictiveValue,
    lr_plus: rates.recall / rates.falsePositiveRate,
    lr_minus: rates.falseNegativeRate / rates.specificity,
  }
}
