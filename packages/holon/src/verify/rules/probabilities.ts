import type { Rule } from './rule.ts'

/** The logged probabilities are a distribution, and the propensity is that of what was met. */
export const probabilities = (): Rule => ({
  name: 'propensities are probabilities',
  answered: ({ told: { record, answer } }) => {
    const all = Object.values(record.probabilities)
    const sum = all.reduce((total, one) => total + one, 0)
    if (!all.every((one) => one >= 0) || !(Math.abs(sum - 1) < 1e-9)) return `probabilities sum to ${sum}`
    const own = record.probabilities[answer.experience]
    if (own === undefined || !(own > 0)) return `"${answer.experience}" was met with probability ${own ?? 0}`
    return own === answer.propensity ? undefined : `propensity ${answer.propensity}, logged ${own}`
  },
})
