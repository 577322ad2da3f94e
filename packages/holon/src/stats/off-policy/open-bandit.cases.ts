import { CaseInput } from '../../../../../tools/case-input.ts'
import { type CaseFile, type CaseRunner, skip } from '../../../../../tools/case-runner.ts'
import {
  directMethod,
  doublyRobust,
  effectiveSampleSize,
  importanceWeight,
  inversePropensity,
  inversePropensityError,
  type ModelledReward,
  selfNormalised,
  selfNormalisedDoublyRobust,
  shrinkage,
  switchAbove,
} from './estimators.ts'
import { evaluatePolicy } from './evaluate.ts'

export const runner: CaseRunner = {
  ids: ['ope/open-bandit-women', 'ope/open-bandit-men'],
  run(input, file) {
    const fields = new CaseInput(input)
    if (fields.has('reward_model')) {
      mustNotBeKnown(file, fields.number('n_items'))
      return estimates(rowsOf(file, fields.number('n_items')))
    }
    if (fields.has('log')) return skip('the log of the random policy is not part of the file')
    return { abs_z_snipw_vs_on_policy: distance(file) }
  },
}

/** Two of 10,000 rows carry all the weight: nobody may be told that the value is known. */
function mustNotBeKnown(file: CaseFile, items: number): void {
  const log = new CaseInput(file.document).fields('notes').fields('bts_log')
  const click = log.numbers('click')
  const rows = log
    .numbers('propensity')
    .map((logged, i) => ({ logged, target: 1 / items, reward: click[i] ?? 0 }))
  const { verdict } = evaluatePolicy(rows, { range: [0, 1], actions: items })
  if (verdict === 'known') throw new Error('the value of the uniform policy is called known')
}

function estimates(rows: readonly ModelledReward[]) {
  const weights = rows.map((row) => row.weight)
  return {
    estimates: {
      ipw: inversePropensity(rows),
      ipw_clipped_lambda_10: inversePropensity(rows, 10),
      snipw: selfNormalised(rows),
      dm: directMethod(rows),
      dr: doublyRobust(rows),
      sndr: selfNormalisedDoublyRobust(rows),
      switch_dr_lambda_5: doublyRobust(rows, switchAbove(5)),
      dr_optimistic_shrinkage_lambda_10: doublyRobust(rows, shrinkage(10)),
    },
    mean_weight: weights.reduce((sum, weight) => sum + weight, 0) / rows.length,
    max_weight: Math.max(...weights),
    effective_sample_size: effectiveSampleSize(rows),
    ipw_standard_error: inversePropensityError(rows),
  }
}

/** Uniform target; the reward of an item at a position is (clicks + 0.1) / (views + 20) over the log. */
function rowsOf(file: CaseFile, items: number): ModelledReward[] {
  const log = new CaseInput(file.document).fields('notes').fields('bts_log')
  const [item, position] = [log.numbers('item'), log.numbers('position')]
  const [click, propensity] = [log.numbers('click'), log.numbers('propensity')]
  const cells = new Map<string, { clicks: number; views: number }>()
  for (const [i, at] of position.entries()) {
    const key = `${item[i]} ${at}`
    const cell = cells.get(key) ?? { clicks: 0, views: 0 }
    cells.set(key, { clicks: cell.clicks + (click[i] ?? 0), views: cell.views + 1 })
  }
  const rewardOf = (which: number, at: number): number => {
    const { clicks, views } = cells.get(`${which} ${at}`) ?? { clicks: 0, views: 0 }
    return (clicks + 0.1) / (views + 20)
  }
  const meanAt = new Map(
    [...new Set(position)].map((at) => [at, meanOf(items, (which) => rewardOf(which, at))] as const),
  )
  return position.map((at, i) => ({
    weight: importanceWeight(1 / items, propensity[i] ?? 0),
    reward: click[i] ?? 0,
    predicted: rewardOf(item[i] ?? 0, at),
    expected: meanAt.get(at) ?? 0,
  }))
}

function meanOf(n: number, of: (i: number) => number): number {
  return Array.from({ length: n }, (_, i) => of(i)).reduce((sum, value) => sum + value, 0) / n
}

/**
 * From the self-normalised estimate to the click rate of the random policy, which another case of the file
 * states.
 */
function distance(file: CaseFile): number {
  const stated = file.cases
    .map((other) => new CaseInput(other.expected))
    .find((other) => other.has('random_on_policy'))
  const uniform = file.cases.map((other) => new CaseInput(other.input)).find((other) => other.has('n_items'))
  const rate = stated?.number('random_on_policy') ?? Number.NaN
  const rows = rowsOf(file, uniform?.number('n_items') ?? 0)
  const variance = inversePropensityError(rows) ** 2 + (rate * (1 - rate)) / (rows.length - 1)
  return Math.abs(selfNormalised(rows) - rate) / Math.sqrt(variance)
}
