import type { Arithmetic, Comparison, Expression } from './measure.ts'

/** A value that came back, or a field, which is there but is neither number, text nor boolean. */
export const other: unique symbol = Symbol('other')

/** A value joined to a decision. */
export type Joined = number | string | boolean | typeof other

/** A JSON value as expressions see it; undefined for null and for what is not there. */
export function joined(value: unknown): Joined | undefined {
  if (value === null || value === undefined) return undefined
  return typeof value === 'object' ? other : (value as number | string | boolean)
}

/** The value of an expression; null when it is not known. */
export type ExpressionValue = Joined | null

/** An expression that looks something up, and has no expression inside. */
export type Lookup = Exclude<
  Expression,
  { op: 'literal' | 'known' | 'number' | 'compare' | 'and' | 'or' | 'not' | 'arithmetic' }
>

/**
 * The value of an expression, read as it is written: the reference for everybody who answers expressions. `look` answers
 * what is looked up. A number that is not finite is not known.
 *
 * @example
 * ```ts excerpt
 * const north: Expression = {
 *   op: 'compare', by: 'eq', left: { op: 'context', path: ['area'] }, right: { op: 'literal', value: 'north' },
 * }
 * expressionValue(north, (of) => (of.op === 'context' ? fieldAt({ area: 'north' }, of.path) : null)) // true
 * ```
 */
export function expressionValue(
  expression: Expression,
  look: (of: Lookup) => ExpressionValue,
): ExpressionValue {
  const value = compute(expression, look)
  return typeof value === 'number' && !Number.isFinite(value) ? null : value
}

/** As `expressionValue`, but numbers on the way may be infinite or not a number, as in the arithmetic of doubles. */
function compute(expression: Expression, look: (of: Lookup) => ExpressionValue): ExpressionValue {
  switch (expression.op) {
    case 'literal':
      return expression.value
    case 'known':
      return expressionValue(expression.of, look) !== null
    case 'number':
      return toNumber(expressionValue(expression.of, look))
    case 'compare':
      return compare(
        expression.by,
        expressionValue(expression.left, look),
        expressionValue(expression.right, look),
      )
    case 'and':
      return every(expression.of.map((one) => expressionValue(one, look)))
    case 'or':
      return negate(every(expression.of.map((one) => negate(expressionValue(one, look)))))
    case 'not':
      return negate(expressionValue(expression.of, look))
    case 'arithmetic':
      return calculate(expression.by, compute(expression.left, look), compute(expression.right, look))
    default:
      return look(expression)
  }
}

/** The field of a context at a path. */
export function fieldAt(context: unknown, path: readonly string[]): ExpressionValue {
  let here = context
  for (const step of path) {
    if (typeof here !== 'object' || here === null || !isPlace(here, step)) return null
    here = (here as Record<string, unknown>)[step]
  }
  return joined(here) ?? null
}

function isPlace(within: object, step: string): boolean {
  return Object.hasOwn(within, step) && !(Array.isArray(within) && step === 'length')
}

function toNumber(value: ExpressionValue): ExpressionValue {
  return typeof value === 'boolean' ? Number(value) : null
}

function negate(value: ExpressionValue): ExpressionValue {
  return typeof value === 'boolean' ? !value : null
}

function every(values: readonly ExpressionValue[]): ExpressionValue {
  if (values.includes(false)) return false
  return values.every((value) => value === true) ? true : null
}

function compare(by: Comparison, left: ExpressionValue, right: ExpressionValue): ExpressionValue {
  if (left === null || right === null || typeof left !== typeof right || typeof left === 'symbol') return null
  if (by === 'eq') return left === right
  if (by === 'ne') return left !== right
  return typeof left === 'number' && typeof right === 'number' ? order[by](left, right) : null
}

const order: Record<Exclude<Comparison, 'eq' | 'ne'>, (a: number, b: number) => boolean> = {
  lt: (a, b) => a < b,
  le: (a, b) => a <= b,
  gt: (a, b) => a > b,
  ge: (a, b) => a >= b,
}

function calculate(by: Arithmetic, left: ExpressionValue, right: ExpressionValue): ExpressionValue {
  return typeof left === 'number' && typeof right === 'number' ? arithmetic[by](left, right) : null
}

const arithmetic: Record<Arithmetic, (a: number, b: number) => number | null> = {
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  divide: (a, b) => (b === 0 ? null : a / b),
}
