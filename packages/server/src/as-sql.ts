import type { FastifyReply, FastifyRequest } from 'fastify'
import { HolonError, type Measuring, type Running } from 'holon'

import { within } from './deadline.ts'
import { textOf } from './query.ts'

/** Media type of SQL (RFC 6922). */
export const sqlMedia = 'application/sql'

/**
 * Answers a document that is measured; with `as=sql` in the query the SQL that the warehouse runs for it instead.
 *
 * @throws HolonError `request-invalid` for another `as`, `not-allowed` where the warehouse knows no SQL, `too-slow`
 */
export async function measured<T>(
  { query }: FastifyRequest,
  reply: FastifyReply,
  { running, patience }: { readonly running: Running; readonly patience: number },
  ask: (measuring: Pick<Running, keyof Measuring>) => Promise<T>,
): Promise<T | string> {
  if (!isSql(query)) return within(patience, ask(running))
  // What the warehouse answers meanwhile is of no use here, so that its type does not matter.
  const sql = await within(
    patience,
    running.sql((measuring) => ask(measuring as Running)),
  )
  reply.type(`${sqlMedia}; charset=utf-8`)
  return sql
}

function isSql(query: unknown): boolean {
  const as = textOf(query, 'as') ?? 'json'
  if (as === 'sql' || as === 'json') return as === 'sql'
  throw new HolonError('request-invalid', `Nothing is told as "${as}".`, 'Ask as=json or as=sql.')
}
