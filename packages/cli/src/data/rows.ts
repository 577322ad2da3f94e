import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse'
import { HolonError } from 'holon'
import { FieldRow } from './field-row.ts'

/**
 * Rows of a data file: comma-separated with a header line (`.csv`), one JSON object a line (`.jsonl`, `.ndjson`), or a
 * JSON array of objects or of plain values (`.json`), each of which is a row with the one column `value`. JSON lines
 * may be compressed by gzip (`.jsonl.gz`). Of a folder: the rows of all such files in it, by name.
 *
 * @throws HolonError `data-invalid`
 */
export async function* readRows(path: string): AsyncGenerator<FieldRow> {
  if (!existsSync(path))
    throw new HolonError('data-invalid', `There is no file ${path}.`, 'Give the path of a file.')
  const file = basename(path)
  if (statSync(path).isDirectory()) yield* readFolder(path)
  else if (/\.(jsonl|ndjson)(\.gz)?$/i.test(path)) yield* readJsonLines(path, file)
  else if (/\.json$/i.test(path)) yield* readJson(path, file)
  else yield* readCsv(path, file)
}

async function* readFolder(path: string): AsyncGenerator<FieldRow> {
  const files = readdirSync(path).filter((name) => /\.(csv|json|(jsonl|ndjson)(\.gz)?)$/i.test(name))
  for (const name of files.sort()) yield* readRows(join(path, name))
}

function* readJson(path: string, file: string): Generator<FieldRow> {
  const values = arrayIn(readFileSync(path, 'utf8'), file)
  for (const [index, value] of values.entries()) {
    yield new FieldRow(isObject(value) ? value : { value }, `entry ${index + 1}`, file)
  }
}

function arrayIn(text: string, file: string): readonly unknown[] {
  const value = jsonOf(text)
  if (Array.isArray(value)) return value
  throw new HolonError('data-invalid', `${file} is not a JSON array.`, 'Write one array of rows.')
}

async function* readCsv(path: string, file: string): AsyncGenerator<FieldRow> {
  const rows = createReadStream(path).pipe(
    parse({ columns: true, bom: true, skip_empty_lines: true, info: true }),
  )
  try {
    for await (const { info, record } of rows as AsyncIterable<CsvRow>) {
      yield new FieldRow(record, `line ${info.lines}`, file)
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
  for await (const text of createInterface({ input: bytesOf(path), crlfDelay: Infinity })) {
    line += 1
    if (text.trim() === '') continue
    yield new FieldRow(parsed(text, `line ${line} of ${file}`), `line ${line}`, file)
  }
}

function bytesOf(path: string): Readable {
  if (!/\.gz$/i.test(path)) return createReadStream(path)
  try {
    return Readable.from(gunzipSync(readFileSync(path)))
  } catch (cause) {
    throw new HolonError(
      'data-invalid',
      `${basename(path)} is not compressed by gzip.`,
      'Compress it again.',
      {
        cause,
      },
    )
  }
}

function parsed(text: string, where: string): Readonly<Record<string, unknown>> {
  const value = jsonOf(text)
  if (isObject(value)) return value
  throw new HolonError('data-invalid', `The ${where} is not a JSON object.`, 'Write one object a line.')
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
