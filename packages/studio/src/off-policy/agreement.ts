import type { PolicyEvaluation, PolicyValueBy } from 'holon'

/** What estimators are called. */
const estimatorWords: Readonly<Record<string, string>> = {
  'inverse-propensity': 'Inverse propensity',
  'self-normalised': 'Self-normalised',
  direct: 'Direct method',
  'doubly-robust': 'Doubly robust',
  switch: 'Switch',
  shrinkage: 'Shrinkage',
  'empirical-likelihood': 'Cressie-Read',
}

/** The name of an estimator for people. */
export const estimatorName = (estimator: string): string => estimatorWords[estimator] ?? estimator

/** The estimators that do not agree with the first: their value lies outside of its interval, and its value outside of theirs. */
function dissenters([first, ...others]: readonly PolicyValueBy[]): readonly PolicyValueBy[] {
  if (first === undefined) return []
  return others.filter((one) => isOutside(one.value, first.interval) && isOutside(first.value, one.interval))
}

const isOutside = (value: number | null, interval: readonly [number, number] | null): boolean =>
  value !== null && interval !== null && (value < interval[0] || value > interval[1])

/** Whether the estimators agree, in a sentence. */
export function agreementWords({ estimates }: Pick<PolicyEvaluation, 'estimates'>): string {
  const known = estimates.filter(({ value }) => value !== null)
  const [first] = known
  if (first === undefined) return 'No estimator has an answer.'
  if (known.length === 1) return `Only ${estimatorName(first.estimator)} has an answer.`
  const apart = dissenters(known)
  if (apart.length === 0) return `All ${known.length} estimators agree within their intervals.`
  const names = apart.map(({ estimator }) => estimatorName(estimator))
  const agree = known.length - 1 - apart.length
  return `${inList(names)} ${names.length === 1 ? 'disagrees' : 'disagree'} with ${estimatorName(first.estimator)}${agree > 0 ? `; ${agree === 1 ? 'the other one agrees' : `the other ${agree} agree`} with it` : ''}: a model of the reward, or rare large weights, lead them apart.`
}

const inList = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
