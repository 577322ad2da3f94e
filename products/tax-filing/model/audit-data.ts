import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { HolonError } from 'holon'
import type { FilingStatus } from '../domain/filing-status.ts'
import type { AuditFacts } from './features.ts'

/** What the model may know of an audited return, and what an examination found. */
export interface LabelledFacts {
  readonly facts: AuditFacts
  /** Whether the examination changed the return. */
  readonly label: 0 | 1
}

/** An audited return, and the groups of people that the model must not see. */
export interface Example extends LabelledFacts {
  readonly groups: { readonly gender: string; readonly age: number; readonly marital: string }
}

/** Audited returns and the SHA-256 (hex) of the file they come from. */
export interface AuditData {
  readonly examples: readonly Example[]
  readonly sha256: string
}

/** One row of a table of texts. */
export type Cells = Readonly<Record<string, string>>

/** Where the audit data are: below `HOLON_DATASETS`, or beside the repository. Undefined when they are not there. */
export function auditFile(): string | undefined {
  const folder = process.env.HOLON_DATASETS ?? new URL('../../../../shared/data', import.meta.url).pathname
  const file = `${folder}/audit/audit.csv`
  return existsSync(file) ? file : undefined
}

/**
 * Reads and checks audited returns: every row must have every column, known categories, numbers in range and an
 * identifier of its own.
 *
 * @throws HolonError `data-invalid` with the first row that is wrong
 */
export function readAuditData(file: string): AuditData {
  const bytes = readFileSync(file)
  const rows: Cells[] = parse(bytes, { columns: true })
  const seen = new Set<string>()
  const examples = rows.map((row, index) => {
    const { ID: id = '' } = row
    if (seen.has(id)) throw wrong(index, 'ID', id, 'a number no other row has')
    seen.add(id)
    for (const [column, values] of Object.entries(categories)) {
      if (!values.includes(row[column] ?? ''))
        throw wrong(index, column, row[column], `one of ${values.join(', ')}`)
    }
    const groups = { gender: row.Gender ?? '', age: number(row, 'Age', index), marital: row.Marital ?? '' }
    return { ...labelledFacts(row, index), groups }
  })
  return { examples, sha256: createHash('sha256').update(bytes).digest('hex') }
}

/**
 * One row of audit data. Marital status becomes the filing status that such a return has; `NA` is not known.
 *
 * @throws HolonError `data-invalid` when a number is none, or the label neither 0 nor 1
 */
export function labelledFacts(row: Cells, index?: number): LabelledFacts {
  const label = row.TARGET_Adjusted
  if (label !== '0' && label !== '1') throw wrong(index, 'TARGET_Adjusted', label, '0 or 1')
  return {
    facts: {
      employment: known(row.Employment),
      education: known(row.Education),
      occupation: known(row.Occupation),
      filingStatus: filingStatusOf(row.Marital),
      income: number(row, 'Income', index),
      deductions: number(row, 'Deductions', index),
      hours: number(row, 'Hours', index),
    },
    label: label === '1' ? 1 : 0,
  }
}

/**
 * The filing status of a marital status. The data say who is married, not how they filed: couples are taken to have filed
 * jointly, spouses who live apart separately, everyone else (never married or separated, divorced, widowed) as single.
 */
export function filingStatusOf(marital: string | undefined): FilingStatus {
  if (marital === 'Married') return 'married-jointly'
  return marital === 'Married-spouse-absent' ? 'married-separately' : 'single'
}

const categories: Readonly<Record<string, readonly string[]>> = {
  Employment: 'Private Consultant SelfEmp PSFederal PSState PSLocal Volunteer Unemployed NA'.split(' '),
  Education:
    'Preschool Yr1t4 Yr5t6 Yr7t8 Yr9 Yr10 Yr11 Yr12 HSgrad Vocational College Associate Bachelor Master Professional Doctorate'.split(
      ' ',
    ),
  Marital: 'Married Married-spouse-absent Absent Unmarried Divorced Widowed'.split(' '),
  Occupation:
    'Executive Professional Clerical Sales Support Service Protective Repair Machinist Transport Cleaner Farming Home Military NA'.split(
      ' ',
    ),
  Gender: ['Female', 'Male'],
}

function known(value: string | undefined): string | undefined {
  return value === 'NA' || value === '' ? undefined : value
}

function number(row: Cells, column: string, index?: number): number {
  const value = Number(row[column]?.trim() || Number.NaN)
  if (Number.isFinite(value) && value >= 0) return value
  throw wrong(index, column, row[column], 'a number of at least 0')
}

function wrong(
  index: number | undefined,
  column: string,
  value: string | undefined,
  wanted: string,
): HolonError {
  return new HolonError(
    'data-invalid',
    `${index === undefined ? 'a row' : `row ${index + 1}`} has ${value === undefined ? 'no' : `"${value}" as`} ${column}`,
    `Give ${wanted}; the file must be the audit data with their original header.`,
  )
}
