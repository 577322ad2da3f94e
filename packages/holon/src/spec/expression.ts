import { HolonError } from './error.ts'
import type { Arithmetic, Comparison, Expression } from './measure.ts'

/**
 * What every value of a decision can be asked. `D` is the name of the decision point it belongs to: values of two
 * decision points do not mix, neither for the compiler nor at run time (HolonError `measure-invalid`).
 */
export interface Value<D extends string = string> {
  readonly decision: D
  readonly node: Expression
  /** True when there is a value, false when there is none (yet); never null. */
  known(): Bool<D>
}

/** Something that is true, false or not known. */
export interface Bool<D extends string = string> extends Value<D> {
  is(value: boolean): Bool<D>
  and(other: Bool<D>): Bool<D>
  or(other: Bool<D>): Bool<D>
  not(): Bool<D>
  /** 1 for true, 0 for false. */
  asNumber(): Num<D>
}

/** A number or not known. Comparisons and arithmetic take a number or another value of the same decision point. */
export interface Num<D extends string = string> extends Value<D> {
  atLeast(other: number | Num<D>): Bool<D>
  above(other: number | Num<D>): Bool<D>
  atMost(other: number | Num<D>): Bool<D>
  below(other: number | Num<D>): Bool<D>
  /** From `low` to `high`, both included. */
  between(low: number | Num<D>, high: number | Num<D>): Bool<D>
  equals(other: number | Num<D>): Bool<D>
  plus(other: number | Num<D>): Num<D>
  minus(other: number | Num<D>): Num<D>
  times(other: number | Num<D>): Num<D>
  /** Divided by; not known where `other` is zero. */
  over(other: number | Num<D>): Num<D>
}

/** One of some texts or not known. */
export interface Text<D extends string = string, Words extends string = string> extends Value<D> {
  is(word: Words): Bool<D>
  isOneOf(...words: readonly Words[]): Bool<D>
}

/** The expression for a value of type `T`: anything but a boolean, a number or a text can only be asked whether it is known. */
export type Field<D extends string, T> = [NonNullable<T>] extends [never]
  ? Value<D>
  : [NonNullable<T>] extends [boolean]
    ? Bool<D>
    : [NonNullable<T>] extends [number]
      ? Num<D>
      : [NonNullable<T>] extends [string]
        ? Text<D, NonNullable<T>>
        : Value<D>

/**
 * The expression `node` over the decision point `decision`, of which only its being known can be asked.
 *
 * @example
 * ```ts
 * value('meter', { op: 'feedback', name: 'comment' }).known().node // { op: 'known', of: { op: 'feedback', … } }
 * ```
 */
export function value<D extends string>(decision: D, node: Expression): Value<D> {
  Object.freeze(node)
  return Object.freeze({ decision, node, known: () => bool(decision, { op: 'known', of: node }) })
}

/**
 * The expression `node`, true or false, over the decision point `decision`.
 *
 * @example
 * ```ts
 * const useful = bool('meter', { op: 'feedback', name: 'useful' })
 * const seen = bool('meter', { op: 'exposed' })
 * useful.is(true).and(seen) // Bool<'meter'>
 * ```
 */
export function bool<D extends string>(decision: D, node: Expression): Bool<D> {
  const self = value(decision, node)
  const join = (op: 'and' | 'or', other: Bool<D>) =>
    bool(decision, { op, of: Object.freeze([node, nodeOf(other, decision)]) })
  return Object.freeze({
    ...self,
    is: (wanted: boolean) => bool(decision, compare('eq', node, literal(wanted))),
    and: (other: Bool<D>) => join('and', other),
    or: (other: Bool<D>) => join('or', other),
    not: () => bool(decision, { op: 'not', of: node }),
    asNumber: () => num(decision, { op: 'number', of: node }),
  })
}

/**
 * The expression `node`, a number, over the decision point `decision`.
 *
 * @example
 * ```ts
 * num('meter', { op: 'prediction' }).between(0.2, 0.8) // Bool<'meter'>
 * ```
 */
export function num<D extends string>(decision: D, node: Expression): Num<D> {
  type Other = number | Num<D>
  const self = value(decision, node)
  const operand = (other: Other) => (typeof other === 'number' ? literal(other) : nodeOf(other, decision))
  const test = (by: Comparison) => (other: Other) => bool(decision, compare(by, node, operand(other)))
  const calculate = (by: Arithmetic) => (other: Other) =>
    num(decision, { op: 'arithmetic', by, left: node, right: operand(other) })
  const atLeast = test('ge')
  const atMost = test('le')
  return Object.freeze({
    ...self,
    atLeast,
    atMost,
    above: test('gt'),
    below: test('lt'),
    between: (low: Other, high: Other) => atLeast(low).and(atMost(high)),
    equals: test('eq'),
    plus: calculate('add'),
    minus: calculate('subtract'),
    times: calculate('multiply'),
    over: calculate('divide'),
  })
}

/**
 * The expression `node`, a text, over the decision point `decision`.
 *
 * @example
 * ```ts
 * text<'meter', 'nothing' | 'meter'>('meter', { op: 'experience' }).is('meter') // Bool<'meter'>
 * ```
 */
export function text<D extends string, Words extends string = string>(
  decision: D,
  node: Expression,
): Text<D, Words> {
  const self = value(decision, node)
  const equal = (word: Words) => compare('eq', node, literal(word))
  return Object.freeze({
    ...self,
    is: (word: Words) => bool(decision, equal(word)),
    isOneOf: (...words: readonly Words[]) =>
      bool(decision, { op: 'or', of: Object.freeze(words.map(equal)) }),
  })
}

function compare(by: Comparison, left: Expression, right: Expression): Expression {
  return Object.freeze({ op: 'compare', by, left, right })
}

function literal(of: number | string | boolean): Expression {
  if (typeof of !== 'number' || Number.isFinite(of)) return Object.freeze({ op: 'literal', value: of })
  throw new HolonError('measure-invalid', `A measure compares with ${of}.`, 'Give a finite number.')
}

/**
 * The node of a value that belongs to this decision point.
 *
 * @throws HolonError `measure-invalid` when it belongs to another.
 */
export function nodeOf(value: Value, decision: string): Expression {
  if (value.decision === decision) return value.node
  throw new HolonError(
    'measure-invalid',
    `A measure of the decision "${decision}" uses a value of the decision "${value.decision}".`,
    'Use values of one decision point in one measure; make one measure for each decision point.',
  )
}
