/**
 * What asking the wearer is worth, in needless questions, at the share of falls that the model was calibrated on: one
 * moment in eight. Life has hundreds of times fewer, and an answered fall is worth hundreds of needless questions; the
 * two nearly cancel, and what is left is this.
 */
export const stakes = { right: 2.5, wrong: -1, interrupting: -0.5 } as const

/**
 * Probability from which asking is worth more than saying nothing, to a wearer who was not interrupted lately
 * (Elkan 2001, "The foundations of cost-sensitive learning").
 */
export const askFrom = (-stakes.wrong - stakes.interrupting) / (stakes.right - stakes.wrong)
