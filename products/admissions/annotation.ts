import type { Explanation } from 'holon'
import { z } from 'zod'
import { unscored } from './model/features.ts'

/** Stated chances are within so much of the estimate nine times of ten, by the model's card. */
export const within = 0.105

/** What a fact did to the estimate, in percentage points. */
const Moved = z.object({ fact: z.string(), value: z.string(), by: z.number() })

/** What stands beside a file: an estimate with its range, what moved it, and what it knows nothing of. */
export const Note = z.object({
  /** Percent. */
  estimate: z.number().min(0).max(100),
  lower: z.number().min(0).max(100),
  upper: z.number().min(0).max(100),
  /** Estimate for a typical file, percent. */
  typical: z.number().min(0).max(100),
  moved: z.array(Moved),
  /** Facts of the file that are not part of it. */
  notScored: z.array(z.string()),
})
export type Note = z.infer<typeof Note>

const words: Readonly<Record<(typeof unscored)[number], string>> = {
  gre: 'GRE',
  toefl: 'TOEFL',
  statement: 'Statement of purpose',
  school: 'Rank of the school',
}

/** What the score knows nothing of, in words. */
const notScored: readonly string[] = unscored.map((fact) => words[fact])

/** The note for an estimate and its explanation; without one it has no reasons. */
export function noteOf(estimate: number, explanation: Explanation | undefined): Note {
  const facts = explanation?.facts ?? []
  const moving = facts.map(({ fact }) => fact)
  return {
    estimate: percent(estimate),
    lower: percent(Math.max(0, estimate - within)),
    upper: percent(Math.min(1, estimate + within)),
    typical: percent(explanation?.base ?? estimate),
    moved: facts.map(({ fact, value, by }) => ({ fact, value: told(value), by: percent(by) })),
    notScored: notScored.filter((fact) => !moving.includes(fact)),
  }
}

const told = (value: string): string => (value === 'true' ? 'yes' : value === 'false' ? 'no' : value)

// A small negative effect must not become a zero with a sign, which no record keeps.
const percent = (share: number): number => Math.round(share * 1000) / 10 + 0
