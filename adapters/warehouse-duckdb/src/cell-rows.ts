import { type ArmsMeasure, type ArmsQuery, inMilliseconds } from 'holon'
import { unitColumn } from './cells.ts'
import { type Joining, joining } from './joins.ts'
import { number, text } from './literal.ts'
import { named } from './values.ts'

/** Expressions over the rows of a measure's decision point, with its feedback. */
export function joiningOf(
  { system, now }: ArmsQuery,
  { measure, feedback }: Pick<ArmsMeasure, 'feedback'> & { readonly measure: { readonly decision: string } },
): Joining {
  return joining(feedback, { condition: pointOf(system, measure.decision), bounded: false, now })
}

/** Rows of a decision point in the cells they belong to: `cell`, `part` and the columns asked for. */
export function cellRows(
  { system, units }: ArmsQuery,
  decision: string,
  joins: string,
  columns: Readonly<Record<string, string>>,
  conditions: readonly string[],
): string {
  const all = [pointOf(system, decision), ...conditions].join(' AND ')
  return (
    `SELECT ${named({ cell: 'c.cell', part: 'c.part', ...columns })} FROM decisions d` +
    ` JOIN cells c ON c.unit = ${unitColumn(units.unit)} ${joins} WHERE ${all}`
  )
}

/** Whether a row is of the time after its unit met the flight that its cell is about. */
export function isAfter({ sinceMet }: ArmsQuery): string {
  return sinceMet === undefined
    ? 'd.decided_at >= c.starts'
    : '(d.decided_at >= c.starts AND d.decided_at < c.ends)'
}

/** Whether a row is of that time, or of the time before that is its covariate. */
export function isAround(query: ArmsQuery): string {
  if (query.before === undefined) return isAfter(query)
  const before = `d.decided_at >= c.met - ${number(inMilliseconds(query.before))}`
  return query.sinceMet === undefined ? before : `(${isAfter(query)} OR (${before} AND d.decided_at < c.met))`
}

function pointOf(system: string, decision: string): string {
  return `d.system = ${text(system)} AND d.decision = ${text(decision)}`
}
