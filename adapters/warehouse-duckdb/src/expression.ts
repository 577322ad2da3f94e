import type { Arithmetic, Comparison, Expression } from 'holon'
import { number, text } from './literal.ts'

/**
 * An expression as SQL, one column for each type its value may have: at most one of them is not NULL in a row. A type that
 * is absent it never has. `known` is never NULL.
 */
export interface Columns {
  readonly number?: string
  readonly text?: string
  readonly truth?: string
  readonly known: string
}

/** What an expression looks up beside the table `decisions d`. */
export interface Lookups {
  /** The columns of what came back under a name. */
  joined(name: string): Columns
  /** When the first value came back under a name. */
  came(name: string): string
  readonly now: number
}

/** Compiles an expression over the table `decisions d`. */
export function compileExpression(expression: Expression, look: Lookups): Columns {
  const { joined } = look
  const compile = (inner: Expression) => compileExpression(inner, look)
  switch (expression.op) {
    case 'literal':
      return literalColumns(expression.value)
    case 'feedback':
      return joined(expression.name)
    case 'asked':
      return ofTruth(`((${audit(expression.name, 'asked')}) = 'true')`)
    case 'askedWith':
      return ofNumber(`TRY_CAST(${audit(expression.name, 'share')} AS DOUBLE)`)
    case 'age':
      return ofNumber(`(${number(look.now)} - d.decided_at)`)
    case 'delay':
      return ofNumber(`(${look.came(expression.name)} - d.decided_at)`)
    case 'exposed':
      return ofTruth(joined('exposure').known)
    case 'prediction':
      return ofNumber(prediction(expression.model))
    case 'context':
      return atPath(expression.path)
    case 'experience':
    case 'wanted':
      return { text: `d.${expression.op}`, known: `(d.${expression.op} IS NOT NULL)` }
    case 'propensity':
    case 'latency':
    case 'cost':
      return ofNumber(`d.${expression.op}`)
    case 'degraded':
      return ofTruth('d.degraded')
    case 'guarded':
      return ofTruth(guarded(expression.guardrail))
    case 'known':
      return ofTruth(compile(expression.of).known)
    case 'number':
      return ofNumber(truthAsNumber(compile(expression.of)))
    case 'not':
      return ofTruth(`(NOT ${truthOf(compile(expression.of))})`)
    case 'and':
    case 'or':
      return ofTruth(joinTruths(expression.op, expression.of.map(compile)))
    case 'compare':
      return ofTruth(compare(expression.by, compile(expression.left), compile(expression.right)))
    case 'arithmetic':
      return ofNumber(calculate(expression.by, compile(expression.left), compile(expression.right)))
  }
}

/** The truth of an expression, NULL where it has none. */
export function truthOf(columns: Columns): string {
  return columns.truth ?? 'NULL::BOOLEAN'
}

/** The number of an expression, NULL where it has none or it is not finite. */
export function finiteOf({ number }: Columns): string {
  return number === undefined ? 'NULL::DOUBLE' : `(CASE WHEN isfinite(${number}) THEN ${number} END)`
}

/** The truth of an expression as 1 and 0. */
export function truthAsNumber(columns: Columns): string {
  return `(${truthOf(columns)}::INTEGER::DOUBLE)`
}

function literalColumns(value: number | string | boolean): Columns {
  if (typeof value === 'number') return { number: number(value), known: 'TRUE' }
  if (typeof value === 'string') return { text: text(value), known: 'TRUE' }
  return { truth: value ? 'TRUE' : 'FALSE', known: 'TRUE' }
}

function ofNumber(number: string): Columns {
  return { number, known: `coalesce(isfinite(${number}), FALSE)` }
}

function ofTruth(truth: string): Columns {
  return { truth, known: `(${truth} IS NOT NULL)` }
}

function prediction(model: string | undefined): string {
  return `(d.predictions[${model === undefined ? '1' : `list_position(d.models, ${text(model)})`}])`
}

function guarded(guardrail: string | undefined): string {
  return guardrail === undefined
    ? '(len(d.guardrails) > 0)'
    : `list_contains(d.guardrails, ${text(guardrail)})`
}

/** What is known of the audit of a feedback, as text. */
const audit = (feedback: string, what: 'asked' | 'share'): string =>
  `(d.audits ->> ${pointerTo([feedback, what])})`

/** A JSON pointer (RFC 6901). */
const pointerTo = (path: readonly string[]): string =>
  text(path.map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''))

/** A field of the context. */
function atPath(path: readonly string[]): Columns {
  const pointer = pointerTo(path)
  const type = `json_type(d.context, ${pointer})`
  const value = `(d.context ->> ${pointer})`
  return {
    number: `(CASE WHEN ${type} IN ('DOUBLE', 'BIGINT', 'UBIGINT') THEN TRY_CAST(${value} AS DOUBLE) END)`,
    text: `(CASE WHEN ${type} = 'VARCHAR' THEN ${value} END)`,
    truth: `(CASE WHEN ${type} = 'BOOLEAN' THEN ${value} = 'true' END)`,
    known: `coalesce(${type} <> 'NULL', FALSE)`,
  }
}

function joinTruths(op: 'and' | 'or', parts: readonly Columns[]): string {
  if (parts.length === 0) return op === 'and' ? 'TRUE' : 'FALSE'
  return `(${parts.map(truthOf).join(op === 'and' ? ' AND ' : ' OR ')})`
}

const comparisons: Record<Comparison, string> = { eq: '=', ne: '<>', lt: '<', le: '<=', gt: '>', ge: '>=' }

function compare(by: Comparison, left: Columns, right: Columns): string {
  const sign = comparisons[by]
  const types = by === 'eq' || by === 'ne' ? (['number', 'text', 'truth'] as const) : (['number'] as const)
  const tests = types.flatMap((type) => {
    const [a, b] = [left[type], right[type]]
    if (a === undefined || b === undefined) return []
    return type === 'number'
      ? [`(CASE WHEN isfinite(${a}) AND isfinite(${b}) THEN ${a} ${sign} ${b} END)`]
      : [`(${a} ${sign} ${b})`]
  })
  if (tests.length === 0) return 'NULL::BOOLEAN'
  return tests.length === 1 ? tests.join('') : `coalesce(${tests.join(', ')})`
}

function calculate(by: Arithmetic, left: Columns, right: Columns): string {
  const [a, b] = [left.number ?? 'NULL::DOUBLE', right.number ?? 'NULL::DOUBLE']
  const operations: Record<Arithmetic, string> = {
    add: `(${a} + ${b})`,
    subtract: `(${a} - ${b})`,
    multiply: `(${a} * ${b})`,
    divide: `(${a} / nullif(${b}, 0))`,
  }
  return operations[by]
}
