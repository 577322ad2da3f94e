import type { ApprenticeScore, LearnedOptions, LearningDocument } from '../../spec/learned.ts'
import type { PolicyValue } from '../../spec/off-policy.ts'
import type { DecisionRecord } from '../../spec/record.ts'
import { ratioInterval } from '../../stats/interval/ratio.ts'
import { pairMomentsOf } from '../../stats/moments.ts'
import type { Learner } from '../../system/taught.ts'
import type { Inside } from '../inside.ts'
import { evaluateTarget, missingRule } from '../off-policy/evaluate.ts'
import { countRows, expectedRewards } from '../off-policy/logged.ts'
import { readRows } from '../off-policy/read.ts'
import { rewardNamed } from '../off-policy/reward.ts'
import { apprenticeTarget } from '../off-policy/target.ts'
import { policyEvaluation, policyValue } from '../off-policy/told.ts'
import { planNamed } from '../plan-named.ts'
import { followLessons } from './follow-lessons.ts'
import { learnerNamed } from './learner-named.ts'

/** How a policy that learns stands. */
export async function learningDocument(
  inside: Inside,
  name: string,
  { variant, ...which }: LearnedOptions = {},
): Promise<LearningDocument> {
  const { lessons, learner } = learnerNamed(inside, name, variant)
  const { key, policy, learning } = learner
  await followLessons(inside)
  const problem = lessons.problem(key)
  return {
    ...{ decision: name, ...(variant !== undefined && { variant }) },
    ...{ words: policy.words, isApprentice: learning.isApprentice },
    learned: lessons.document(key) ?? null,
    ...(problem !== undefined && { problem }),
    apprentice: learning.isApprentice ? await scoreOf(inside, learner, which) : null,
  }
}

/**
 * Scores an apprentice by what it said in each decision. It had learned from earlier ones only, so nothing flatters it.
 */
async function scoreOf(
  inside: Inside,
  { decision, learning }: Learner,
  which: Omit<LearnedOptions, 'variant'>,
): Promise<ApprenticeScore | null> {
  const { name } = decision
  const asked = { ...which, reward: learning.reward }
  const rows = await readRows(inside, decision, asked)
  const said = rows.filter(({ decision }) => decision.apprentice !== undefined)
  if (said.length === 0) return null
  const reward = rewardNamed(inside.system, decision, learning.reward)
  const { counted, left } = await countRows(inside, reward, said)
  const expected = expectedRewards(inside, name, counted)
  const target = apprenticeTarget(planNamed(inside, name))
  const found = await evaluateTarget(inside, { name, reward, counted, expected, target })
  return {
    decisions: said.length,
    agreement: agreementOf(said.map((one) => one.decision)),
    left,
    logged: found === undefined ? { value: null, interval: null } : policyValue(found.evaluation.logged),
    evaluation:
      found === undefined
        ? null
        : policyEvaluation(target.name, found.evaluation, {
            shares: found.shares,
            rules: [missingRule(counted.length, left)],
          }),
  }
}

/** Mean probability with which the apprentice would have wanted what was wanted; decisions of one person count as dependent. */
function agreementOf(entries: readonly DecisionRecord['open'][]): PolicyValue {
  const people = new Map<string, [agreed: number, decisions: number]>()
  for (const { person, id, wanted, apprentice } of entries) {
    const [agreed, decisions] = people.get(person ?? id) ?? [0, 0]
    people.set(person ?? id, [agreed + (apprentice?.probabilities[wanted] ?? 0), decisions + 1])
  }
  const sums = [...people.values()]
  const moments = pairMomentsOf(
    sums.map(([agreed]) => agreed),
    sums.map(([, decisions]) => decisions),
  )
  const { lower, upper } = ratioInterval(moments)
  const value = moments.meanX / moments.meanY
  const isKnown = Number.isFinite(lower) && Number.isFinite(upper)
  return { value, interval: isKnown ? [Math.max(0, lower), Math.min(1, upper)] : null }
}
