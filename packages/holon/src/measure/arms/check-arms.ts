import { inMilliseconds } from '../../spec/duration.ts'
import { expressionParts } from '../../spec/expression-parts.ts'
import type { Expression } from '../../spec/measure.ts'
import type { ArmsQuery } from '../../spec/ports.ts'
import { checkExpression, checkQuery, refuse } from '../check.ts'

/** Stretches since a unit met a flight are answered up to this number. */
export const mostStretches = 1000

/**
 * Refuses a query of arms that cannot be answered as written. Every warehouse calls it first, so that all refuse the same.
 *
 * @throws HolonError `measure-invalid`; `declaration-invalid` for a length of time that is none.
 */
export function checkArms(query: ArmsQuery): void {
  const { now, from, to, system, sinceMet, before, slice } = query
  const times = { now, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
  for (const one of query.measures) checkQuery({ system, ...times, ...one })
  for (const length of [sinceMet, before]) if (length !== undefined) inMilliseconds(length)
  if (slice !== undefined) checkSlice(slice)
}

function checkSlice(slice: Expression): void {
  checkExpression(slice)
  refuseLater(slice)
}

/** What came back later may be what the flight did: slices by it would compare people who are not alike. */
function refuseLater(expression: Expression): void {
  if (expression.op === 'feedback' || expression.op === 'delay' || expression.op === 'exposed')
    refuse(
      `Arms are sliced by ${expression.op === 'exposed' ? 'exposure' : `the feedback "${expression.name}"`}, which came after the flight was met.`,
      'Slice by what was known when it was decided, such as a field of the context.',
    )
  for (const part of expressionParts(expression)) refuseLater(part)
}
