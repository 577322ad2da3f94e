import { bestResponse } from 'holon/stats'
import type { Application } from './application.ts'

/** How good applicants think their own file is, 0 to 1: the mean of everything in it. */
export function standing({ gpa, letters, research, gre, toefl, statement, school }: Application): number {
  const parts = [
    (gpa - 6.8) / 3.2,
    (letters - 1) / 4,
    Number(research),
    (gre - 290) / 50,
    (toefl - 92) / 28,
    (statement - 1) / 4,
    (school - 1) / 4,
  ]
  return parts.reduce((sum, part) => sum + part, 0) / parts.length
}

/** What coaching costs somebody, in the worth of a place for a whole step of standing, and how much it can close. */
export interface Means {
  readonly cost: number
  readonly reach: number
}

/** A file after coaching, by how much it was to be raised, and what reaching the line would have cost. */
export interface Coached {
  readonly file: Application
  readonly raised: number
  readonly burden: number
}

/**
 * What an applicant makes of a line that last year's admitted stood above: where it pays, tests are trained for and the
 * statement is written by somebody else. Grades, letters and research stay as they are, and so does ability.
 */
export function coached(file: Application, line: number, means: Means): Coached {
  const own = standing(file)
  const { score, burden } = bestResponse(own, line, means)
  const raised = score - own
  return { raised, burden, file: raised > 0 ? raise(file, raised) : file }
}

const raise = (file: Application, by: number): Application => ({
  ...file,
  gre: Math.min(340, Math.round(file.gre + 150 * by)),
  toefl: Math.min(120, Math.round(file.toefl + 70 * by)),
  statement: Math.min(5, Math.round(2 * (file.statement + 12 * by)) / 2),
})
