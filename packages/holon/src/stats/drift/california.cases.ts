import { CaseInput } from '../../../../../tools/case-input.ts'
import { type CaseFile, type CaseRunner, skip } from '../../../../../tools/case-runner.ts'
import { auc } from '../metrics/auc.ts'
import { deviationLimits } from './deviation-threshold.ts'
import { estimatedAuc, learnReference } from './estimated-performance.ts'
import { ksDistance } from './kolmogorov-smirnov.ts'

/** Months of a reference and an analysis period stand beside the cases. */
export const runner: CaseRunner = {
  ids: [
    'drift/nannyml-cbpe-california',
    'drift/nannyml-ks-california-houseage',
    'drift/nannyml-ks-california-medinc',
    'drift/nannyml-ks-california-all',
  ],
  run(input, file) {
    if (!new CaseInput(file.document).has('notes')) return skip('the monthly rows are not part of the file')
    return file.id.includes('cbpe') ? performance(new CaseInput(input), file) : distances(file)
  },
}

function period(file: CaseFile, name: string): CaseInput {
  return new CaseInput(file.document).fields('notes').fields('data').fields(name)
}

function distances(file: CaseFile) {
  const periods = [period(file, 'reference'), period(file, 'analysis')]
  const [reference] = periods
  const all = reference?.keys().flatMap((month) => reference.numbers(month)) ?? []
  const ks = Object.fromEntries(
    periods.flatMap((months) =>
      months.keys().map((month) => [month, ksDistance(months.numbers(month), all)]),
    ),
  )
  const values = Object.values(ks)
  return { ks, mean_ks: values.reduce((sum, value) => sum + value, 0) / values.length }
}

interface Month {
  readonly name: string
  readonly scores: number[]
  readonly labels: number[]
}

function performance(fields: CaseInput, file: CaseFile) {
  const reference = monthsOf(period(file, 'reference'))
  const realized = Object.fromEntries(
    reference.map(({ name, scores, labels }) => [name, auc(scores, labels)]),
  )
  if (!fields.has('month')) return { realized_roc_auc: realized }
  const limits = deviationLimits(Object.values(realized), { lower: 3, upper: 3 })
  const [lower, upper] = [Math.max(0, limits.lower ?? 0), Math.min(1, limits.upper ?? 1)]
  const scores = reference.flatMap((month) => month.scores)
  const labels = reference.flatMap((month) => month.labels)
  const chunk = period(file, 'analysis').fields(fields.text('month')).numbers('y_pred_proba')
  const estimated = estimatedAuc(chunk, learnReference(scores, labels))
  return {
    estimated_roc_auc: estimated,
    sampling_error: samplingError(scores, labels, chunk.length),
    lower_threshold: lower,
    upper_threshold: upper,
    alert: estimated < lower || estimated > upper,
  }
}

function monthsOf(months: CaseInput): Month[] {
  return months.keys().map((name) => {
    const rows = months.fields(name)
    return { name, scores: rows.numbers('y_pred_proba'), labels: rows.numbers('target') }
  })
}

/**
 * How far the area of a chunk strays by chance: the spread of each rarer row's share of commoner rows it
 * beats.
 */
function samplingError(scores: readonly number[], labels: readonly number[], size: number): number {
  const positives = labels.reduce((sum, label) => sum + label, 0)
  const rare = positives * 2 > labels.length ? 0 : 1
  const sign = rare === 1 ? 1 : -1
  const others = Float64Array.from(
    scores.filter((_, i) => labels[i] !== rare).map((score) => sign * score),
  ).sort()
  const shares = scores
    .filter((_, i) => labels[i] === rare)
    .map((score) => countBelow(others, sign * score) / others.length)
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length
  const variance = shares.reduce((sum, share) => sum + (share - mean) ** 2, 0) / shares.length
  return Math.sqrt(variance / ((size * shares.length) / labels.length))
}

function countBelow(sorted: Float64Array, at: number): number {
  return sorted.filter((value) => value < at).length
}
