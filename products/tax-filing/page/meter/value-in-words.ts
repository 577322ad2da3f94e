import { educations, employments, occupations } from '../../domain/about.ts'
import { filingStatusLabels } from '../../domain/filing-status.ts'

const words: ReadonlyMap<string, string> = new Map(
  [employments, educations, occupations, filingStatusLabels].flatMap((labels) => Object.entries(labels)),
)

/** The value of a fact as the interview calls it. */
export function valueInWords(value: string): string {
  return words.get(value) ?? value
}
