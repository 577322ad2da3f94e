import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { HolonError } from 'holon'
import { Application } from '../domain/application.ts'

/** One application of the data, and the chance of admission that its applicant stated. */
export interface Stated {
  readonly file: Application
  /** 0 to 1, in hundredths. */
  readonly chance: number
}

/** The applications and the SHA-256 (hex) of the file they come from. */
export interface Applications {
  readonly rows: readonly Stated[]
  readonly sha256: string
}

/** Where a file of the admissions data is; undefined when it is not there. */
export function dataFile(name: string): string | undefined {
  const folder = process.env.HOLON_DATASETS ?? new URL('../../../../shared/data', import.meta.url).pathname
  const file = `${folder}/admissions/${name}`
  return existsSync(file) ? file : undefined
}

/** Name of the file of 500 applications. */
export const applicationsName = 'Admission_Predict_Ver1.1.csv'

/**
 * Reads and checks the applications.
 *
 * @throws HolonError `data-invalid` with the first row that is wrong
 */
export function readApplications(path: string): Applications {
  const bytes = readFileSync(path)
  const table: Readonly<Record<string, string>>[] = parse(bytes, { columns: true, trim: true })
  return { rows: table.map(rowOf), sha256: createHash('sha256').update(bytes).digest('hex') }
}

function rowOf(cells: Readonly<Record<string, string>>, index: number): Stated {
  const number = (column: string) => Number(cells[column]?.trim() || Number.NaN)
  const file = Application.safeParse({
    gpa: number('CGPA'),
    letters: number('LOR'),
    research: number('Research') === 1,
    gre: number('GRE Score'),
    toefl: number('TOEFL Score'),
    statement: number('SOP'),
    school: number('University Rating'),
  })
  const chance = number('Probability')
  if (file.success && chance >= 0 && chance <= 1) return { file: file.data, chance }
  throw new HolonError(
    'data-invalid',
    `Row ${index + 1} of the applications has a value that cannot be: ${JSON.stringify(cells)}.`,
    'Give the data with their original header.',
  )
}
