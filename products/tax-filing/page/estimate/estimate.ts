import { computeReturn } from '../../domain/compute.ts'
import { answersToReturn, missingAnswers } from '../../domain/interview.ts'
import type { Answer, Answers, Question } from '../../domain/questions/question.ts'
import type { Result } from '../../domain/result.ts'

/** What the answers come to so far. */
export interface Estimate {
  readonly result: Result
  /** Questions that still need an answer, or another one; empty when the result is the return's. */
  readonly missing: readonly Question[]
}

/**
 * The result for the answers given so far: what is missing counts as no or zero. Undefined before there is a filing
 * status, which nothing can stand in for.
 */
export function estimate(answers: Answers): Estimate | undefined {
  const missing = missingAnswers(answers)
  const filled = withStandIns(answers, missing)
  if (filled === undefined) return undefined
  return { result: computeReturn(answersToReturn(filled)), missing }
}

/** Standing in for one answer may bring up further questions, so this goes on until none is open. */
function withStandIns(answers: Answers, missing: readonly Question[]): Answers | undefined {
  const filled: Record<string, Answer> = { ...answers }
  let open = missing
  while (open.length > 0) {
    for (const question of open) {
      if (question.optional === true) {
        delete filled[question.id]
        continue
      }
      const standIn = standInFor(question)
      if (standIn === undefined) return undefined
      filled[question.id] = standIn
    }
    open = missingAnswers(filled)
  }
  return filled
}

function standInFor({ kind, default: usual }: Question): Answer | undefined {
  if (usual !== undefined) return usual
  if (kind === 'choice') return undefined
  return kind === 'yes-no' ? false : 0
}
