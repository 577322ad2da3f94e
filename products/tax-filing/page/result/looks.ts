import type { Answers } from '../../domain/questions/question.ts'
import type { Oddity } from '../../domain/stands-out.ts'
import { factOf } from '../meter/facts.ts'
import type { Look } from '../meter/second-look.tsx'
import { placeOf } from './question-of-line.ts'

/**
 * The lines of a review with the places where they were answered: what stands out by rule is told by its sentence, what
 * moved the estimate as `fact: value`.
 */
export function looksOf(
  lines: readonly string[],
  oddities: readonly Oddity[],
  answers: Answers,
): readonly Look[] {
  return lines.map((line) => {
    const oddity = oddities.find(({ because }) => because === line)
    if (oddity !== undefined) return { text: line, place: placeOf(oddity.question, answers) }
    const [name = '', value = ''] = line.split(': ')
    const fact = factOf(name)
    if (fact === undefined) return { text: line }
    return { text: `${fact.label}: ${fact.words(value)}`, place: placeOf(fact.question, answers) }
  })
}
