import type { FairnessDeclaration, FairnessDimension } from '../../spec/fairness.ts'
import type { Expression, FeedbackShape } from '../../spec/measure.ts'
import type { Stored } from '../../spec/ports.ts'
import { backEntry, decisionEntry } from '../../testing/entries.ts'
import { answer } from '../answer.ts'
import { type Ask, fairnessReport } from './report.ts'

/** One applicant: who, what was answered, and what came back. */
export interface Applicant {
  readonly gender?: string
  readonly abroad?: boolean
  readonly department?: string
  readonly offer: boolean
  readonly finished?: boolean
  readonly score?: number
  readonly days?: number
  readonly person?: string
}

const feedback: readonly FeedbackShape[] = [{ name: 'finished', kind: 'outcome', keep: 'last' }]
const field = (name: string): FairnessDimension => ({ name, of: { op: 'context', path: [name] } })
const is = (word: string): Expression => ({
  ...{ op: 'compare', by: 'eq', left: { op: 'experience' }, right: { op: 'literal', value: word } },
})

/** What is looked at in the tests: offers by gender and by coming from abroad, within departments. */
export const offers: FairnessDeclaration = {
  name: 'offers',
  why: 'a file is judged, not a person',
  decision: 'admit',
  groups: [field('gender')],
  benefit: is('offer'),
  strata: [],
  ...{ per: 'decision', minimum: 20, tolerance: 0.05 },
}

export const genderAndAbroad = [field('gender'), field('abroad')]
export const byDepartment = [field('department')]
export const withTruth: FairnessDeclaration = {
  ...offers,
  deserved: { op: 'feedback', name: 'finished' },
  score: { op: 'prediction' },
}
export const withDays: FairnessDeclaration = { ...offers, waits: { op: 'context', path: ['days'] } }

/** The log of these applicants, and how it is asked. */
function school(applicants: readonly Applicant[]): Ask {
  const entries = applicants.flatMap(({ offer, finished, score = 0.5, person, ...context }, row) => {
    const id = `a${row}`
    const decided = decisionEntry({
      ...{ id, system: 'school', decision: 'admit', context },
      experience: offer ? 'offer' : 'no',
      predictions: [{ model: 'finishing', version: '1', raw: score, value: score, calibrated: false }],
      ...(person !== undefined && { person }),
    })
    return finished === undefined
      ? [decided]
      : [decided, backEntry(id, { kind: 'outcome', name: 'finished', value: finished })]
  })
  const stored = entries.map((entry, index): Stored => ({ position: index + 1, entry }))
  return (measure, slice) =>
    Promise.resolve(
      answer(
        { system: 'school', measure, feedback, now: Number.MAX_SAFE_INTEGER, ...(slice && { slice }) },
        stored,
      ),
    )
}

/** The report about these applicants. */
export const reported = (applicants: readonly Applicant[], declaration = offers) =>
  fairnessReport(declaration, ['offer', 'no'], school(applicants))

/** So many applicants, of whom the first `offered` have an offer. */
export const many = (n: number, offered: number, fields: Partial<Applicant> = {}): readonly Applicant[] =>
  Array.from({ length: n }, (_, row) => ({ offer: row < offered, ...fields }))
