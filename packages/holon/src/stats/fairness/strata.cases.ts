import { CaseInput } from '../../../../../tools/case-input.ts'
import type { CaseRunner } from '../../../../../tools/case-runner.ts'
import { commonOddsRatio, mantelHaenszelTest, type Stratum, standardisedRates } from './strata.ts'

type Group = Stratum['first']

/** Admissions of men (first group) and women (second), in all or by department. */
export const runner: CaseRunner = {
  ids: ['fairness/ucb-admissions-aggregate', 'fairness/ucb-admissions-departments'],
  run(input) {
    const fields = new CaseInput(input)
    return fields.has('departments') ? byDepartment(fields.fields('departments')) : aggregate(fields)
  },
}

function aggregate(fields: CaseInput) {
  const [men, women] = [rate(groupOf(fields.fields('men'))), rate(groupOf(fields.fields('women')))]
  return {
    male_rate: men,
    female_rate: women,
    difference: women - men,
    disparate_impact: women / men,
    four_fifths_violation: women / men < 0.8,
  }
}

function byDepartment(fields: CaseInput) {
  const departments = fields.keys().map((name) => {
    const groups = fields.fields(name)
    return { name, first: groupOf(groups.fields('Male')), second: groupOf(groups.fields('Female')) }
  })
  const rates = departments.map(({ name, first, second }) => ({
    name,
    male: rate(first),
    female: rate(second),
  }))
  const standard = standardisedRates(departments)
  const { statistic, pValue } = mantelHaenszelTest(departments)
  return {
    ...Object.fromEntries(rates.map(({ name, male, female }) => [name, { male, female }])),
    departments: rates.filter(({ male, female }) => female > male).map(({ name }) => name),
    male: standard.first,
    female: standard.second,
    reversed: standard.second > standard.first,
    statistic,
    p_value: pValue,
    common_odds_ratio_admit_male_vs_female: commonOddsRatio(departments),
  }
}

function groupOf(fields: CaseInput): Group {
  if (fields.has('applied')) return { positive: fields.number('admitted'), n: fields.number('applied') }
  const named = (key: string): number => fields.number(fields.has(key) ? key : key.toLowerCase())
  return { positive: named('Admitted'), n: named('Admitted') + named('Rejected') }
}

function rate({ positive, n }: Group): number {
  return positive / n
}
