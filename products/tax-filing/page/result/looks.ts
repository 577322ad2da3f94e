import type { Answers } from '../../domain/questions/question.ts'
import type { Oddity } from '../../domain/stands-out.ts'
import type { Look } from '../meter/second-look.tsx'
import { placeOf } from './question-of-line.ts'

/** Lines of a review with the places where they were answered. */
export function looksOf(
  lines: readonly string[],
  oddities: readonly Oddity[],
  answers: Answers,
): readonly Look[] {
  return lines.map((text) => ({
    text,
    place: placeOf(oddities.find(({ because }) => because === text)?.question, answers),
  }))
}
