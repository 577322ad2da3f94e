import { readFileSync } from 'node:fs'
import { CaseInput } from './case-input.ts'
import type { Case, CaseFile, Tolerance } from './case-runner.ts'

/**
 * Reads one file of reference cases; a malformed one is a `HolonError` with code `data-invalid` or a
 * `SyntaxError`.
 */
export function readCaseFile(path: string): CaseFile {
  const document: unknown = JSON.parse(readFileSync(path, 'utf8'))
  const fields = new CaseInput(document)
  return {
    id: fields.text('id'),
    definition: fields.text('definition', ''),
    tolerance: readTolerance(fields),
    cases: fields.list('cases').map(readCase),
    document: document as Readonly<Record<string, unknown>>,
  }
}

function readCase(value: unknown): Case {
  const fields = new CaseInput(value)
  return {
    name: fields.text('name'),
    input: fields.raw('input'),
    expected: fields.raw('expected'),
    ...(fields.has('tolerance') ? { tolerance: readTolerance(fields) } : {}),
  }
}

function readTolerance(fields: CaseInput): Tolerance {
  if (!fields.has('tolerance')) return { abs: 0, rel: 0 }
  const tolerance = fields.fields('tolerance')
  return { abs: tolerance.number('abs', 0), rel: tolerance.number('rel', 0) }
}
