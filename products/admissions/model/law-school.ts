import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { logisticRegression, outOfFold, probabilities, stratifiedFolds, tableOf, take } from '@holon/learn'
import { parse } from 'csv-parse/sync'
import { HolonError } from 'holon'
import { confusionByGroup, confusionRates, type Interval, momentsOf, wilsonInterval } from 'holon/stats'
import { folds } from './cross-validate.ts'
import { seed } from './recipe.ts'

/** How a score of grades and a test alone errs on one group of law students. */
export interface GroupErrors {
  readonly by: 'sex' | 'race'
  readonly group: string
  readonly n: number
  /** Share that passed the bar, and the mean of what the score said. */
  readonly passed: number
  readonly meanEstimate: number
  /** Share at or above the line. */
  readonly above: number
  readonly aboveInterval: Interval
  /** Share of those who passed that are below the line, and of those who did not that are above. */
  readonly deniedWrongly: number
  readonly admittedWrongly: number
}

/** What the same recipe does where the data say who people are. */
export interface LawAudit {
  readonly sha256: string
  readonly n: number
  /** The line below which a fifth of all would be denied. */
  readonly line: number
  readonly groups: readonly GroupErrors[]
}

/** Name of the file of law students. */
export const lawSchoolName = 'law_school_clean.csv'

interface Student {
  readonly lsat: number
  readonly ugpa: number
  readonly passed: boolean
  readonly sex: string
  readonly race: string
}

/** Scores law students by grade average and test alone, cross-validated, and counts its errors by sex and race. */
export function auditLawSchool(path: string): LawAudit {
  const bytes = readFileSync(path)
  const students = (parse(bytes, { columns: true }) as Readonly<Record<string, string>>[]).map(studentOf)
  const estimates = unseenStudents(students)
  const line = [...estimates].sort((a, b) => a - b)[Math.floor(students.length / 5)] as number
  const groups = (['sex', 'race'] as const).flatMap((by) => groupErrors(by, students, estimates, line))
  return { sha256: createHash('sha256').update(bytes).digest('hex'), n: students.length, line, groups }
}

function unseenStudents(students: readonly Student[]): Float64Array {
  const table = tableOf(
    students.map(({ lsat, ugpa }) => ({ lsat, ugpa })),
    ['lsat', 'ugpa'],
  )
  const labels = Uint8Array.from(students, ({ passed }) => Number(passed))
  return outOfFold(stratifiedFolds([...labels], folds, seed), (train) => {
    const model = logisticRegression(
      take(table, train),
      train.map((row) => labels[row] as number),
    )
    return (test) => probabilities(model, take(table, test))
  })
}

function groupErrors(
  by: GroupErrors['by'],
  students: readonly Student[],
  estimates: Float64Array,
  line: number,
): readonly GroupErrors[] {
  const above = [...estimates].map((estimate) => Number(estimate >= line))
  const passed = students.map((student) => Number(student.passed))
  const names = students.map((student) => student[by])
  return Object.entries(confusionByGroup(above, passed, names)).map(([group, confusion]) => {
    const { tp, fp, fn, tn } = confusion
    const n = tp + fp + fn + tn
    const rates = confusionRates(confusion)
    const own = [...estimates].filter((_, row) => names[row] === group)
    return {
      ...{ by, group, n, passed: (tp + fn) / n, meanEstimate: momentsOf(own).mean },
      ...{ above: rates.selectionRate, aboveInterval: wilsonInterval(tp + fp, n) },
      ...{ deniedWrongly: rates.falseNegativeRate, admittedWrongly: rates.falsePositiveRate },
    }
  })
}

function studentOf(cells: Readonly<Record<string, string>>, index: number): Student {
  const [lsat, ugpa] = [Number(cells.lsat), Number(cells.ugpa)]
  const { male, race = '', pass_bar: passed } = cells
  if (lsat > 0 && ugpa > 0 && race !== '' && (passed === '1.0' || passed === '0.0')) {
    return { lsat, ugpa, race, sex: male === '1.0' ? 'men' : 'women', passed: passed === '1.0' }
  }
  throw new HolonError(
    'data-invalid',
    `Row ${index + 1} of the law students has a value that cannot be.`,
    'Give the data with their original header.',
  )
}
