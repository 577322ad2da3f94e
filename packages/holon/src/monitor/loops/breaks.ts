import type { LoopSighting } from '../../spec/loops.ts'

/**
 * What breaks a loop of this kind, the surest first. Sources: D. Ensign and others, Runaway feedback loops in predictive
 * policing (2018); R. Jiang and others, Degenerate feedback loops in recommender systems (2019); J. Perdomo and others,
 * Performative prediction (2020); A. Khritankov, Hidden feedback loops in machine learning systems (2021).
 */
export function breaksOf({ influences: { kind, name }, strength, acts }: LoopSighting): readonly string[] {
  const random = `Draw a share of the decisions at random, and learn or measure from those alone.`
  const weigh = `Weigh what was learned from ${acts.join(' or ')} by one over its propensity: what is seen often because the system looked often then counts for what is there.`
  const other =
    'Learn from a label that the action does not change, such as what others report by themselves.'
  const slower =
    'Retrain less often, or let new data count for less, until one action brings about less than one more.'
  const runs = Math.max(strength?.gain ?? 0, strength?.further?.interval[1] ?? 0) >= 1
  if (kind === 'input') {
    return [`Leave "${name}" out of what the model reads, or read it as it was before the action.`, random]
  }
  if (kind === 'label') return [random, weigh, other]
  return runs ? [slower, weigh, other, random] : [weigh, other, random]
}
