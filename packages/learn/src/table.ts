import { type Features, HolonError } from 'holon'

/**
 * Numeric features of many rows, one column each. Values are 32-bit floats: exactly what an ONNX file will be given,
 * so a threshold learned here falls between the same rows there.
 */
export interface Table {
  readonly names: readonly string[]
  readonly rows: number
  readonly columns: readonly Float32Array[]
}

/**
 * A table of named rows. Booleans become 0 and 1.
 *
 * @throws HolonError `data-invalid` when a row lacks a feature, or one is text, NaN or beyond 32-bit floats
 * @example
 * ```ts
 * tableOf([{ hours: 40, joint: true }, { hours: 12, joint: false }], ['hours', 'joint']).rows // 2
 * ```
 */
export function tableOf(rows: readonly Features[], names: readonly string[]): Table {
  const columns = names.map((name) =>
    Float32Array.from(rows, (row, index) => numberOf(row[name], name, index)),
  )
  return { names, rows: rows.length, columns }
}

/** The rows of a table at the given positions, in that order; a position may repeat. */
export function take(table: Table, positions: ArrayLike<number>): Table {
  const columns = table.columns.map((column) => gather(column, positions))
  return { names: table.names, rows: positions.length, columns }
}

/** Picks the values at the given positions of a list. */
export function gather(values: ArrayLike<number>, positions: ArrayLike<number>): Float32Array {
  return Float32Array.from(positions, (position) => values[position] ?? Number.NaN)
}

/** Refuses labels other than 0 and 1, or not one for each row, or all alike. */
export function requireBinary(labels: ArrayLike<number>, rows: number): void {
  const seen = new Set(Array.from(labels))
  if (labels.length === rows && seen.size === 2 && seen.has(0) && seen.has(1)) return
  throw new HolonError(
    'data-invalid',
    `${rows} rows came with ${labels.length} labels of values ${[...seen].slice(0, 5).join(', ')}`,
    'Give one label per row, 0 or 1, with both among them.',
  )
}

function numberOf(value: Features[string] | undefined, name: string, row: number): number {
  const number = typeof value === 'boolean' ? Number(value) : value
  if (typeof number === 'number' && Number.isFinite(Math.fround(number))) return number
  throw new HolonError(
    'data-invalid',
    `feature "${name}" of row ${row} is ${value === undefined ? 'missing' : JSON.stringify(value)}`,
    'Encode every feature as a finite number or a boolean before training.',
  )
}
