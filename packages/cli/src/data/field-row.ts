import type { Row } from '@holon/embedded'
import { HolonError } from 'holon'

const yes = new Set(['true', '1', 'yes', 'y', 't'])
const no = new Set(['false', '0', 'no', 'n', 'f'])

/** A row of a data file that says where it stands when something is wrong with it. */
export class FieldRow implements Row {
  readonly #fields: Readonly<Record<string, unknown>>
  readonly #where: string
  readonly file: string

  /** `place`: the row within the file, `line 3` for example. */
  constructor(fields: Readonly<Record<string, unknown>>, place: string, file: string) {
    this.#fields = fields
    this.#where = `${place} of ${file}`
    this.file = file
  }

  has(column: string): boolean {
    const value = this.#fields[column]
    return value !== undefined && value !== null && value !== ''
  }

  number(column: string): number {
    const value = this.#value(column)
    const result = typeof value === 'string' && value.trim() === '' ? Number.NaN : Number(value)
    if (Number.isFinite(result)) return result
    throw this.#wrong(column, value, 'a number')
  }

  numbers(column: string): readonly number[] {
    const value = this.#value(column)
    if (Array.isArray(value) && value.every(Number.isFinite)) return value
    throw this.#wrong(column, value, 'a list of numbers')
  }

  text(column: string): string {
    const value = this.#value(column)
    if (typeof value === 'string') return value
    if (typeof value === 'number' || typeof value === 'boolean') return String(value)
    throw this.#wrong(column, value, 'a text')
  }

  flag(column: string): boolean {
    const value = this.#value(column)
    const word = String(value).trim().toLowerCase()
    if (yes.has(word)) return true
    if (no.has(word)) return false
    throw this.#wrong(column, value, 'true or false')
  }

  #value(column: string): unknown {
    if (Object.hasOwn(this.#fields, column)) return this.#fields[column]
    throw new HolonError(
      'data-invalid',
      `The ${this.#where} has no column "${column}".`,
      `Its columns are: ${Object.keys(this.#fields).join(', ')}.`,
    )
  }

  #wrong(column: string, value: unknown, wanted: string): HolonError {
    return new HolonError(
      'data-invalid',
      `The ${this.#where} has ${JSON.stringify(value)?.slice(0, 60)} in column "${column}", which is not ${wanted}.`,
      `Write ${wanted} there, or leave the row out.`,
    )
  }
}
