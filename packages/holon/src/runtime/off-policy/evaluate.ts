import { HolonError } from '../../spec/error.ts'
import type {
  LeftOut,
  OffPolicyDocument,
  OffPolicyRequest,
  PolicyEvaluation,
  PolicyValue,
} from '../../spec/off-policy.ts'
import { evaluatePolicy, type OffPolicyEvaluation } from '../../stats/off-policy/evaluate.ts'
import { learnerKey, taughtDecision } from '../../system/taught.ts'
import type { Inside } from '../inside.ts'
import { planNamed } from '../plan-named.ts'
import { type Counted, choicesOf, countRows, expectedRewards } from './logged.ts'
import { readRows } from './read.ts'
import { type Reward, rewardNamed } from './reward.ts'
import { type Target, targetOf } from './target.ts'
import { policyEvaluation, policyValue } from './told.ts'

/** Records decided again at once: they take a few milliseconds. */
const atOnce = 100

/**
 * What other policies of a decision point would have earned, from what was logged. They decide again on the prediction and
 * context of each record, guardrails included; what a person would have been remembered for under them is not known.
 */
export async function evaluateOffPolicy(
  inside: Inside,
  name: string,
  request: OffPolicyRequest,
): Promise<OffPolicyDocument> {
  const plan = planNamed(inside, name)
  const reward = rewardNamed(inside.system, plan.decision, request.reward)
  const models = inside.lessons?.models() ?? {}
  const written = inside.declared.decisions.find((one) => one.name === name) ?? plan.decision
  const declared = taughtDecision(written, models)
  const targets = request.policies.map((asked) => targetOf(plan, declared, asked, models))
  mustHaveOne(targets)
  const rows = await readRows(inside, plan.decision, request)
  const { counted, left } = await countRows(inside, reward, rows)
  const expected = expectedRewards(inside, name, counted)
  const evaluated: { readonly target: Target; readonly said: Said | undefined }[] = []
  for (const target of targets)
    evaluated.push({
      target,
      said: await evaluateTarget(inside, { name, reward, counted, expected, target }),
    })
  const first = evaluated[0]?.said?.evaluation
  return {
    ...{ decision: name, reward: request.reward, left },
    ...{ rows: counted.length, decisions: first?.decisions ?? 0, units: first?.units ?? 0 },
    logged: first === undefined ? nothing : policyValue(first.logged),
    policies: evaluated.map(({ target, said }, i) =>
      said === undefined
        ? unknown(target, left)
        : policyEvaluation(target.name, said.evaluation, {
            shares: said.shares,
            rules: [
              missingRule(counted.length, left),
              ...learnedRules(inside, name, request.policies[i], counted),
            ],
          }),
    ),
  }
}

/** A policy at work on logged decisions: its value, and how often it ends in each experience. */
export interface Said {
  readonly evaluation: OffPolicyEvaluation
  readonly shares: Readonly<Record<string, number>>
}

/** One policy to evaluate, and what is the same for all. */
export interface Evaluating {
  readonly name: string
  readonly reward: Reward
  readonly counted: readonly Counted[]
  readonly expected: readonly (readonly number[])[]
  readonly target: Target
}

/** Undefined of no decisions. */
export async function evaluateTarget(
  inside: Inside,
  { name, reward, counted, expected, target }: Evaluating,
): Promise<Said | undefined> {
  if (counted.length === 0) return undefined
  const probabilities: Readonly<Record<string, number>>[] = []
  for (const [i, { record }] of counted.entries()) {
    if (i % atOnce === 0) await inside.ports.log.size()
    probabilities.push(target.probabilities(record))
  }
  const { range } = reward
  const choices = choicesOf(inside, name, counted, { targets: probabilities, expected })
  const evaluation = evaluatePolicy(choices, { ...(range !== undefined && { range }) })
  const names = planNamed(inside, name).decision.experiences.map((one) => one.name)
  const share = (one: string): number =>
    probabilities.reduce((sum, of) => sum + (of[one] ?? 0), 0) / probabilities.length
  return { evaluation, shares: Object.fromEntries(names.map((one) => [one, share(one)])) }
}

type Rule = PolicyEvaluation['rules'][number]

/** What was learned from the very decisions that judge it looks better than it is. */
function learnedRules(
  inside: Inside,
  name: string,
  asked: OffPolicyRequest['policies'][number] | undefined,
  counted: readonly Counted[],
): readonly Rule[] {
  if (asked === undefined || !('learned' in asked)) return []
  const until = inside.lessons?.document(learnerKey(name, asked.variant))?.until ?? 0
  const known = counted.filter(({ row }) => row.decision.at <= until).length
  const share = Number(((100 * known) / Math.max(1, counted.length)).toPrecision(3))
  const words = `${share} % of these decisions were learned from, which flatters what was learned. Ask for those after ${new Date(until).toISOString()}.`
  return [{ rule: 'not-learned-from', verdict: known === 0 ? 'known' : 'weak', words }]
}

/** Who answers may depend on what they met: of rewards that are missing nothing is known. */
export function missingRule(counted: number, { missing }: LeftOut): Rule {
  const share = missing / Math.max(1, counted + missing)
  return {
    rule: 'rewards-came',
    verdict: share > 0.5 ? 'refused' : share > 0.05 ? 'weak' : 'known',
    words: `For ${Number((100 * share).toPrecision(3))} % of the decisions no reward came and no default stands for it (5 % warns, 50 % refuses): who answers may depend on what they met. Declare \`within\` and \`otherwise\` for the feedback.`,
  }
}

const nothing: PolicyValue = Object.freeze({ value: null, interval: null })

/** Of no decisions. */
function unknown({ name }: Target, { waiting, missing, erased }: LeftOut): PolicyEvaluation {
  const words = `No logged decision counts: ${waiting} wait for their reward, for ${missing} none came, ${erased} are of people who were erased.`
  return {
    ...{ name, ...nothing, difference: nothing, verdict: 'refused', because: [words] },
    rules: [{ rule: 'enough-units', verdict: 'refused', words }],
    ...{ needed: null, effectiveSampleSize: 0, meanWeight: 0, largestWeight: 0, overlap: null },
    ...{ estimates: [], anytime: null, shares: {} },
  }
}

function mustHaveOne(targets: readonly Target[]): void {
  if (targets.length > 0 && targets.length <= 10) return
  throw new HolonError('input-invalid', `${targets.length} policies are asked for.`, 'Ask for 1 to 10.')
}
