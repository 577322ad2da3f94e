import { indifference, utilityLine } from 'holon/stats'

/**
 * What each answer to a moment is worth, in needless questions, at the share of falls that the model was calibrated on:
 * one moment in eight. Life has hundreds of times fewer, and an answered fall is worth hundreds of needless questions;
 * the two nearly cancel, and what is left is this. Taken at face value it calls an ambulance without a word to the wearer
 * where the model is sure enough. It may not: guardrails stand in between.
 */
export const stakes = {
  ask: { right: 2.5, wrong: -1, interrupting: -0.5 },
  caretaker: { right: 3.2, wrong: -6, interrupting: -1 },
  emergency: { right: 6, wrong: -100, interrupting: -2 },
} as const

/** Probability from which asking is worth more than saying nothing, to a wearer who was not interrupted lately. */
export const askFrom = indifference({ whenTrue: 0, whenFalse: 0 }, utilityLine(stakes.ask)) ?? 1
