import type { Tolerance } from './case-runner.ts'

/** One place where what was computed is not what was expected. */
export interface Difference {
  readonly path: string
  readonly got: unknown
  readonly expected: unknown
}

const proseKeys = new Set(['note', 'requirement'])

/**
 * Lists where `got` leaves `expected`. Numbers may differ by `abs + rel * |expected|`; infinities and NaN are
 * written as strings in `expected`; objects may hold more than expected, never less; arrays must have equal
 * length.
 */
export function compare(got: unknown, expected: unknown, tolerance: Tolerance, path = ''): Difference[] {
  const number = asNumber(expected)
  if (number !== undefined) return equalNumbers(got, number, tolerance) ? [] : [{ path, got, expected }]
  if (Array.isArray(expected)) return compareArrays(got, expected, tolerance, path)
  if (isRecord(expected)) return compareRecords(got, expected, tolerance, path)
  return got === expected || (expected === null && got === undefined) ? [] : [{ path, got, expected }]
}

function asNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return value
  return value === 'Infinity' || value === '-Infinity' || value === 'NaN' ? Number(value) : undefined
}

function equalNumbers(value: unknown, expected: number, { abs, rel }: Tolerance): boolean {
  const got = asNumber(value)
  if (got === undefined) return false
  if (Object.is(got, expected) || got === expected) return true
  return Math.abs(got - expected) <= abs + (Number.isFinite(expected) ? rel * Math.abs(expected) : 0)
}

function compareArrays(
  got: unknown,
  expected: readonly unknown[],
  tolerance: Tolerance,
  path: string,
): Difference[] {
  const list = asList(got)
  if (list === undefined || list.length !== expected.length) return [{ path, got, expected }]
  return expected.flatMap((item, index) => compare(list[index], item, tolerance, `${path}[${index}]`))
}

function compareRecords(
  got: unknown,
  expected: Readonly<Record<string, unknown>>,
  tolerance: Tolerance,
  path: string,
): Difference[] {
  if (!isRecord(got)) return [{ path, got, expected }]
  return Object.entries(expected)
    .filter(([key]) => !proseKeys.has(key))
    .flatMap(([key, value]) => {
      const inner = path === '' ? key : `${path}.${key}`
      if (!Object.hasOwn(got, key)) return [{ path: inner, got: 'nothing', expected: value }]
      return compare(got[key], value, tolerance, inner)
    })
}

function asList(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value
  return value instanceof Float64Array || value instanceof Int32Array ? Array.from(value) : undefined
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
