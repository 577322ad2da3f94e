import type { DecisionDocument, SystemDocument } from 'holon'

/** The unit in which a reward is told: that of its goal; a yes or no is a share. */
export function unitOfReward(
  { goals }: Pick<SystemDocument, 'goals'>,
  { name, feedback }: DecisionDocument,
  reward: string,
): string {
  const goal = goals.find((one) => one.name === reward && one.measure?.decision === name)
  if (goal !== undefined) return goal.measure?.op === 'rate' ? '%' : goal.unit
  return feedback.find((one) => one.name === reward)?.valueSchema.type === 'boolean' ? '%' : ''
}
