import type { DecisionDocument, WhatIfCase } from 'holon'
import { bestAt, handOverOf, linesOf, stretchesOf } from './lines.ts'
import type { Utilities } from './utilities.ts'

/** A logged decision, with what the person would meet now and then. */
export type Case = WhatIfCase

/**
 * What people would meet with other numbers, reckoned on the spot: limits and what a person was interrupted by are left
 * out until the server answers. Where there is no probability what they meet stays as it is.
 */
export function reckoned(
  decision: DecisionDocument,
  utilities: Utilities,
  cases: readonly Case[],
): readonly Case[] {
  const lines = linesOf(decision, utilities)
  const stretches = stretchesOf(lines)
  const alone = aloneFrom(decision)
  return cases.map((one) => {
    const p = one.prediction
    if (typeof p !== 'number' || one.present === handOverOf(decision))
      return { ...one, proposed: one.present }
    if (Math.max(p, 1 - p) < alone) return { ...one, proposed: handOverOf(decision) ?? one.present }
    return { ...one, proposed: bestAt(stretches, lines, p) ?? one.present }
  })
}

/** From which sureness on a selective policy decides alone; others always do. */
function aloneFrom({ policy }: DecisionDocument): number {
  if (policy.kind !== 'selective') return 0
  const { certified, threshold } = policy.options
  return certified === true && typeof threshold === 'number' ? threshold : Number.POSITIVE_INFINITY
}

/** How many people meet an experience, now and then. */
export interface Count {
  readonly experience: string
  readonly present: number
  readonly proposed: number
}

/** How many people meet what, in the order of the experiences given. */
export function countsOf(experiences: readonly string[], cases: readonly Case[]): readonly Count[] {
  return experiences.map((experience) => ({
    experience,
    present: cases.filter((one) => one.present === experience).length,
    proposed: cases.filter((one) => one.proposed === experience).length,
  }))
}

/** The decisions that would be others. */
export const changedIn = (cases: readonly Case[]): readonly Case[] =>
  cases.filter(({ present, proposed }) => present !== proposed)
