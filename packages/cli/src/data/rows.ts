import { createReadStream, existsSync } from 'node:fs'
import { basename } from 'node:path'
import { createInterface } from 'node:readline'
import { parse } from 'csv-parse'
import { HolonError } from 'holon'
import { FieldRow } from './field-row.ts'

/**
 * Rows of a data file: comma-separated with a header line (`.csv`), or one JSON object a line (`.jsonl`, `.ndjson`).
 *
 * @throws HolonError `data-invalid`
 */
export async function* readRows(path: string): AsyncGenerator<FieldRow> {
  if (!existsSync(path))
    throw new HolonError('data-invalid', `There is no file ${path}.`, 'Give the path of a file.')
  const file = basename(path)
  if (/\.(jsonl|ndjson)$/i.test(path)) yield* readJsonLines(path, file)
  else yield* readCsv(path, file)
}

async function* readCsv(path: string, file: string): AsyncGenerator<FieldRow> {
  const rows = createReadStream(path).pipe(
    parse({ columns: true, bom: true, skip_empty_lines: true, info: true }),
  )
  try {
    for await (const { info, record } of rows as AsyncIterable<CsvRow>) {
      yield new FieldRow(record, `line ${info.lines} of ${file}`)
    }
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && String(cause.code).startsWith('CSV_'))) throw cause
    throw new HolonError('data-invalid', `${file}: ${cause.message}`, 'Correct the line.', { cause })
  }
}

interface CsvRow {
  readonly info: { readonly lines: number }
  readonly record: Readonly<Record<string, string>>
}

async function* readJsonLines(path: string, file: string): AsyncGenerator<FieldRow> {
  let line = 0
  for await (const text of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    line += 1
    if (text.trim() === '') continue
    yield new FieldRow(parsed(text, `line ${line} of ${file}`), `line ${line} of ${file}`)
  }
}

function parsed(text: string, where: string): Readonly<Record<string, unknown>> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    value = undefined
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>
  throw new HolonError('data-invalid', `The ${where} is not a JSON object.`, 'Write one object a line.')
}
