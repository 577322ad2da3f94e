import type { DecisionDocument, WhatIfCase } from 'holon'
import { bestLineAt } from 'holon/stats'
import { selectiveOf } from './coverage.ts'
import { handOverOf, linesOf } from './lines.ts'
import type { Utilities } from './utilities.ts'

/** A logged decision, with what the person would meet now and then. */
export type Case = WhatIfCase

/**
 * What people would meet with other numbers, reckoned on the spot: limits and what a person was interrupted by are left
 * out until the server answers. Where there is no probability, what they meet stays as it is.
 */
export function reckoned(
  decision: DecisionDocument,
  utilities: Utilities,
  cases: readonly Case[],
): readonly Case[] {
  const lines = linesOf(decision, utilities)
  const handOver = handOverOf(decision)
  const alone = aloneFrom(decision)
  const metAt = (p: number) => (Math.max(p, 1 - p) < alone ? handOver : lines[bestLineAt(lines, p)]?.name)
  return cases.map((one) => {
    const { prediction: p, present } = one
    const isOpen = typeof p === 'number' && p >= 0 && p <= 1 && present !== handOver
    return { ...one, proposed: (isOpen ? metAt(p) : undefined) ?? present }
  })
}

/** From which sureness on a selective policy decides alone; others always do. */
function aloneFrom({ policy }: DecisionDocument): number {
  const selective = selectiveOf(policy)
  if (selective === undefined) return 0
  return selective.certified ? selective.threshold : Number.POSITIVE_INFINITY
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
