import { join, type Row } from '../../measure/join.ts'
import type { LoggedRequest } from '../../spec/off-policy.ts'
import type { Stored } from '../../spec/ports.ts'
import type { DecisionPart } from '../../system/decision.ts'
import type { Inside } from '../inside.ts'

/** Entries a page. */
const page = 2000

/** Decisions, unless another number is asked for. */
const usualLimit = 10_000

/**
 * The latest decisions of a point in a time that were a choice (not the next step of a ladder), oldest first, each with
 * what came back for it. The log is read page by page, and no more is kept than is asked for.
 */
export async function readRows(
  { ports, system }: Inside,
  decision: DecisionPart,
  { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY, limit = usualLimit }: LoggedRequest,
): Promise<readonly Row[]> {
  const kept = new Map<string, Stored[]>()
  const { last } = await ports.log.size()
  for (let position = 0; position < last; ) {
    const entries = await ports.log.read(position, page)
    const end = entries.at(-1)
    if (end === undefined) break
    for (const stored of entries) {
      const { entry } = stored
      if (entry.kind === 'event') continue
      if (entry.kind !== 'decision') {
        kept.get(entry.decision)?.push(stored)
        continue
      }
      const isOurs = entry.system === system.name && entry.decision === decision.name
      if (!isOurs || entry.step !== undefined || entry.at < from || entry.at >= to) continue
      kept.set(entry.id, [stored])
      const [oldest] = kept.keys()
      if (kept.size > limit && oldest !== undefined) kept.delete(oldest)
    }
    position = end.position
  }
  const query = {
    ...{ system: system.name, measure: { decision: decision.name } },
    ...{ feedback: decision.feedbackParts, now: ports.clock.now() },
  }
  return join(query, [...kept.values()].flat())
}
