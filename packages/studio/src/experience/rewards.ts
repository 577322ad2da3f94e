import type { DecisionDocument, OffPolicyDocument, PolicyEvaluation, SystemDocument } from 'holon'

/** What may count as the reward of a decision: goals about it that are a rate or a mean, and feedback that is a number or a yes or no. */
export function rewardsOf(
  { name, feedback }: DecisionDocument,
  { goals }: SystemDocument,
): readonly string[] {
  const measured = goals.filter(
    ({ measure }) => measure?.decision === name && (measure.op === 'rate' || measure.op === 'mean'),
  )
  const told = feedback.filter(({ valueSchema }) =>
    ['boolean', 'number', 'integer'].some((one) => one === valueSchema.type),
  )
  return [...new Set([...measured, ...told].map((one) => one.name))]
}

const verdicts: Readonly<Record<PolicyEvaluation['verdict'], string>> = {
  known: 'The log can tell.',
  weak: 'The log can tell, barely: read it with care.',
  refused: 'The log cannot tell.',
}

export const verdictWords = (verdict: PolicyEvaluation['verdict']): string => verdicts[verdict]

/** Of which decisions it is told, and which were left out. */
export function basisWords({ rows, left: { waiting, missing, erased, other } }: OffPolicyDocument): string {
  const out = [
    ...(waiting > 0 ? [`${waiting} still wait`] : []),
    ...(missing > 0 ? [`${missing} have none`] : []),
    ...(erased > 0 ? [`${erased} are of people who were erased`] : []),
    ...(other > 0 ? [`${other} are outside of the goal`] : []),
  ]
  const head = `Of ${rows} decisions, guardrails and exploration included`
  return out.length === 0 ? `${head}.` : `${head}; left out: ${out.join(', ')}.`
}
