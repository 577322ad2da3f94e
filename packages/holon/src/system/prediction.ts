import type { FaultCode } from '../spec/record.ts'

/** A usable answer of a model, or why there is none. */
export type Read<P> =
  | { readonly ok: true; readonly value: P }
  | { readonly ok: false; readonly code: FaultCode; readonly message: string }

/** What a model predicts, and how its untrusted answer is read. */
export interface Prediction<P> {
  readonly kind: 'probability' | 'classes' | 'number'
  /** Where it is a probability for each of several classes. */
  readonly classes?: readonly string[]
  read(raw: unknown): Read<P>
}

const wrong = (raw: unknown, wanted: string): Read<never> => ({
  ok: false,
  code: 'model-wrong-shape',
  message: `expected ${wanted}, got ${raw === null ? 'null' : Array.isArray(raw) ? 'an array' : typeof raw}`,
})

/**
 * The model answers one number: the probability of the positive class, 0 to 1.
 *
 * @example
 * ```ts
 * import { probability } from 'holon'
 * probability().read(0.3) // { ok: true, value: 0.3 }
 * probability().read(NaN) // { ok: false, code: 'model-not-finite', ... }
 * ```
 */
export function probability(): Prediction<number> {
  return { kind: 'probability', read: readProbability }
}

function readProbability(raw: unknown): Read<number> {
  const number = readNumber(raw)
  if (!number.ok || (number.value >= 0 && number.value <= 1)) return number
  return {
    ok: false,
    code: 'model-out-of-range',
    message: `a probability of ${number.value} is outside 0 to 1`,
  }
}

/** The model answers one finite number in the unit it was trained on. */
export function number(): Prediction<number> {
  return { kind: 'number', read: readNumber }
}

function readNumber(raw: unknown): Read<number> {
  if (typeof raw !== 'number') return wrong(raw, 'a number')
  if (Number.isFinite(raw)) return { ok: true, value: raw }
  return { ok: false, code: 'model-not-finite', message: `the model said ${raw}` }
}

/**
 * The model answers a probability for each class: an object with exactly these keys, values 0 to 1 that sum to 1
 * within 0.001.
 */
export function classes<const K extends string>(
  names: readonly K[],
): Prediction<Readonly<Record<K, number>>> {
  return { kind: 'classes', classes: names, read: (raw) => readClasses(names, raw) }
}

function readClasses<K extends string>(names: readonly K[], raw: unknown): Read<Readonly<Record<K, number>>> {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    return wrong(raw, 'a probability a class')
  const given = Object.entries(raw)
  const missing = names.find((name) => !Object.hasOwn(raw, name))
  if (missing !== undefined || given.length !== names.length) {
    return wrong(raw, `exactly the classes ${names.join(', ')}`)
  }
  let sum = 0
  for (const [name, value] of given) {
    const one = readProbability(value)
    if (!one.ok) return { ...one, message: `class ${name}: ${one.message}` }
    sum += one.value
  }
  if (Math.abs(sum - 1) > 1e-3) {
    return { ok: false, code: 'model-out-of-range', message: `the classes sum to ${sum}, not 1` }
  }
  return { ok: true, value: raw as Readonly<Record<K, number>> }
}
