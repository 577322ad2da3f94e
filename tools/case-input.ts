import { HolonError } from 'holon'

/**
 * Reads untrusted JSON field by field; a field that is missing or of another type is an error that names it.
 */
export class CaseInput {
  readonly #record: Readonly<Record<string, unknown>>

  constructor(value: unknown) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong('input', 'an object')
    this.#record = value as Record<string, unknown>
  }

  has(key: string): boolean {
    return this.#record[key] !== undefined && this.#record[key] !== null
  }

  keys(): readonly string[] {
    return Object.keys(this.#record)
  }

  number(key: string, otherwise?: number): number {
    if (!this.has(key) && otherwise !== undefined) return otherwise
    return asNumber(this.#record[key], key)
  }

  text(key: string, otherwise?: string): string {
    const value = this.has(key) ? this.#record[key] : otherwise
    if (typeof value !== 'string') throw wrong(key, 'a text')
    return value
  }

  flag(key: string, otherwise?: boolean): boolean {
    const value = this.has(key) ? this.#record[key] : otherwise
    if (typeof value !== 'boolean') throw wrong(key, 'true or false')
    return value
  }

  fields(key: string): CaseInput {
    return new CaseInput(this.#record[key])
  }

  list(key: string): readonly unknown[] {
    return asList(this.#record[key], key)
  }

  numbers(key: string, otherwise?: readonly number[]): number[] {
    if (!this.has(key) && otherwise !== undefined) return [...otherwise]
    return this.list(key).map((item) => asNumber(item, key))
  }

  texts(key: string): string[] {
    return this.list(key).map((item) => {
      if (typeof item !== 'string') throw wrong(key, 'a list of texts')
      return item
    })
  }

  table(key: string): number[][] {
    return this.list(key).map((row) => asList(row, key).map((item) => asNumber(item, key)))
  }

  raw(key: string): unknown {
    return this.#record[key]
  }
}

function asList(value: unknown, key: string): readonly unknown[] {
  if (!Array.isArray(value)) throw wrong(key, 'a list')
  return value
}

function asNumber(value: unknown, key: string): number {
  if (typeof value === 'number') return value
  if (value === 'Infinity' || value === '-Infinity' || value === 'NaN') return Number(value)
  throw wrong(key, 'a number')
}

function wrong(key: string, wanted: string): HolonError {
  return new HolonError(
    'data-invalid',
    `"${key}" is not ${wanted}`,
    `Give ${wanted} for "${key}" in the case file.`,
  )
}
