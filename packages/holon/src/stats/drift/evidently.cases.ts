import { CaseInput } from '../../../../../tools/case-input.ts'
import type { CaseRunner } from '../../../../../tools/case-runner.ts'
import { meanArm } from '../effect/arm.ts'
import { compareMeans } from '../effect/compare-means.ts'
import { momentsOf } from '../moments.ts'
import { chiSquareFit } from '../test/chi-square-fit.ts'
import { fisherTest } from '../test/fisher.ts'
import { likelihoodRatioFit } from '../test/likelihood-ratio-fit.ts'
import { andersonDarlingTest } from './anderson-darling.ts'
import { hellinger, jensenShannon, populationStability, totalVariation } from './categorical.ts'
import { ksTest } from './kolmogorov-smirnov.ts'
import { mannWhitneyTest } from './mann-whitney.ts'
import { permutationTest } from './permutation.ts'
import { wasserstein } from './wasserstein.ts'

type Answer = Readonly<Record<string, number>>

/** The test is in the name of the case; a key such as `drift_at_0_5` asks for a verdict at 0.5. */
export const runner: CaseRunner = {
  ids: ['drift/evidently-stattests', 'drift/evidently-tvd-permutation'],
  run(input, { id }, { name, expected }) {
    const fields = new CaseInput(input)
    const answer = id.endsWith('permutation') ? shuffled(fields) : answerOf(name, fields)
    return { ...answer, ...verdicts(answer, new CaseInput(expected).keys()) }
  },
}

function shuffled(fields: CaseInput): Answer {
  const [reference, current] = [fields.numbers('reference_counts'), fields.numbers('current_counts')]
  const { statistic, pValue } = permutationTest(reference, current, totalVariation, { draws: 20_000 })
  return { tvd: statistic, p_value: pValue }
}

function answerOf(name: string, fields: CaseInput): Answer {
  if (name.startsWith('fisher')) return fisherOf(fields)
  if (name.startsWith('mann')) return ranks(fields)
  return fields.has('reference_counts') ? ofCounts(name, fields) : ofValues(name, fields)
}

function ofCounts(name: string, fields: CaseInput): Answer {
  const [reference, current] = [fields.numbers('reference_counts'), fields.numbers('current_counts')]
  if (name.startsWith('chi')) return { p_value: chiSquareFit(current, reference).pValue }
  if (name.startsWith('g_test')) return { p_value: likelihoodRatioFit(current, reference).pValue }
  if (name.startsWith('hellinger')) return { distance: hellinger(reference, current) }
  if (name.startsWith('jensen')) return { distance: jensenShannon(reference, current) }
  return name.startsWith('psi')
    ? { distance: populationStability(reference, current) }
    : { distance: totalVariation(reference, current) }
}

function ofValues(name: string, fields: CaseInput): Answer {
  const [reference, current] = [fields.numbers('reference'), fields.numbers('current')]
  if (name.startsWith('anderson')) return { p_value: andersonDarlingTest(reference, current).pValue }
  if (name.startsWith('wasserstein')) return { distance: wasserstein(reference, current) }
  if (name.startsWith('ks')) return { p_value: ksTest(reference, current).pValue }
  const arms = [reference, current].map((values) => meanArm(momentsOf(values)))
  const [a, b] = arms
  return a && b ? { p_value: compareMeans(a, b, { equalVariances: true }).pValue } : {}
}

function ranks(fields: CaseInput): Answer {
  const [reference, current] = fields.has('values')
    ? [expanded(fields, 'reference_counts'), expanded(fields, 'current_counts')]
    : [fields.numbers('reference'), fields.numbers('current')]
  const sides = ['greater', 'less'] as const
  const both = mannWhitneyTest(reference, current).pValue
  return {
    p_value: both,
    p_value_two_sided: both,
    p_value_one_sided: Math.min(...sides.map((side) => mannWhitneyTest(reference, current, side).pValue)),
  }
}

function expanded(fields: CaseInput, key: string): number[] {
  const counts = fields.numbers(key)
  return fields.numbers('values').flatMap((value, i) => new Array<number>(counts[i] ?? 0).fill(value))
}

function fisherOf(fields: CaseInput): Answer {
  const [reference, current] = [fields.fields('reference'), fields.fields('current')]
  const [first = '', second = ''] = [...new Set([...reference.keys(), ...current.keys()])]
  const row = (counts: CaseInput): [number, number] => [counts.number(first, 0), counts.number(second, 0)]
  return { p_value: fisherTest([row(reference), row(current)]) }
}

function verdicts(answer: Answer, keys: readonly string[]): Record<string, boolean> {
  const { p_value: p, distance = 0 } = answer
  return Object.fromEntries(
    keys
      .filter((key) => key.startsWith('drift_at_'))
      .map((key) => {
        const limit = Number(key.slice('drift_at_'.length).replace('_', '.'))
        return [key, p === undefined ? distance >= limit : p < limit]
      }),
  )
}
