import type { LearnedArm, LearnedColumn, LearnedModel } from '../../spec/learned.ts'
import { expectedReward, type LinearArm, linearArm, rewardDoubt } from '../../stats/bandit/linear-arm.ts'
import { noGram } from '../../stats/regression/ridge.ts'
import type { PolicyMoment } from '../../system/policy.ts'
import type { Outlook } from './explorers.ts'

/** What is beyond so many deviations is taken for as far: nobody has learned about it. */
const farthest = 10

/** What a learned model says about the options of a moment. What it never heard of is as if nobody had taken it yet. */
export function learnedOutlook(model: LearnedModel): (moment: PolicyMoment<unknown>) => Outlook {
  const { columns, strength, around, noise, rows } = model
  const unknown: LearnedArm = {
    ...{ experience: '', rows: 0, sums: [], coefficients: [around] },
    replicates: (model.arms[0]?.replicates ?? []).map(() => [around]),
  }
  const named = new Map(model.arms.map((arm) => [arm.experience, arm]))
  const fitted = new Map<LearnedArm, LinearArm>()
  const fitOf = (arm: LearnedArm): LinearArm => {
    const known = fitted.get(arm) ?? linearArm(gramOf(arm, columns.length), { strength, around })
    fitted.set(arm, known)
    return known
  }
  return ({ prediction, context, options }) => {
    const features = columns.map((column) => standardised(column, prediction, context))
    const arms = options.map(({ name }) => named.get(name) ?? unknown)
    return {
      rows,
      expected: arms.map((arm) => expectedReward(arm, features)),
      doubts: () => arms.map((arm) => Math.sqrt(noise) * rewardDoubt(fitOf(arm), features)),
      replicated: () =>
        unknown.replicates.map((_, r) =>
          arms.map((arm) => expectedReward({ coefficients: arm.replicates[r] ?? [] }, features)),
        ),
    }
  }
}

const gramOf = ({ sums }: LearnedArm, features: number) =>
  sums.length === 0 ? noGram(features) : sums.map((line) => Float64Array.from(line))

/** What is not there, or no number, is as the mean. */
export function standardised(column: LearnedColumn, prediction: unknown, context: unknown): number {
  const value = columnValue(column, prediction, context)
  if (value === undefined) return 0
  return Math.max(-farthest, Math.min(farthest, (value - column.mean) / column.deviation))
}

/** The number that a column reads; undefined where there is none. */
export function columnValue(
  { field, key, is }: Pick<LearnedColumn, 'field' | 'key' | 'is'>,
  prediction: unknown,
  context: unknown,
): number | undefined {
  const whole = field === undefined ? prediction : at(context, field)
  const value = key === undefined ? whole : at(whole, key)
  if (is !== undefined) return value === undefined || value === null ? undefined : Number(value === is)
  if (typeof value === 'boolean') return Number(value)
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

const at = (of: unknown, key: string): unknown =>
  typeof of === 'object' && of !== null && Object.hasOwn(of, key) ? Reflect.get(of, key) : undefined
