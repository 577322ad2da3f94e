import { occupations } from '../../domain/about.ts'
import { dollars } from '../../domain/explain/words.ts'

/** A fact the model reads, as the interview knows it. */
export interface Fact {
  readonly label: string
  /** The question where it was answered. */
  readonly question: string
  /** Its value in the words of the interview. */
  words(value: string): string
}

const asIs = (value: string) => value

const facts: ReadonlyMap<string, Fact> = new Map([
  ['Years of schooling', { label: 'Years of schooling', question: 'education', words: asIs }],
  [
    'Filing status',
    {
      label: 'Filing status',
      question: 'status',
      words: (value) => (value === 'joint' ? 'joint' : 'not joint'),
    },
  ],
  ['Deductions', { label: 'Itemized deductions', question: 'hasExpenses', words: inDollars }],
  ['Hours of work a week', { label: 'Hours of work a week', question: 'hoursPerWeek', words: asIs }],
  [
    'Occupation',
    {
      label: 'Occupation',
      question: 'occupation',
      words: (value) => new Map(Object.entries(occupations)).get(value) ?? 'not told',
    },
  ],
])

/** The fact of this name in the answers of the model; undefined for one the interview does not know. */
export function factOf(name: string): Fact | undefined {
  return facts.get(name)
}

function inDollars(value: string): string {
  const amount = Number(value.replaceAll(',', ''))
  return Number.isFinite(amount) ? dollars(amount) : value
}
