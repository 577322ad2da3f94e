import { HolonError } from '../spec/error.ts'
import type { Appending, DecisionLog, Receipt, Stored } from '../spec/ports.ts'
import type { Entry } from '../spec/record.ts'

/**
 * The log in memory: for tests, simulations and pages. It keeps the entries it is given, not copies of them, and forgets
 * them when it is dropped.
 */
export function memoryLog(): DecisionLog {
  const all: Stored[] = []
  const once = new Map<string, Stored>()
  const about = new Map<string, Stored[]>()
  let closed = false

  function store(appending: Appending): Receipt {
    const earlier = appending.once === undefined ? undefined : once.get(appending.once)
    if (earlier !== undefined) return { ...earlier, fresh: false }
    const stored = { position: all.length + 1, entry: appending.entry }
    all.push(stored)
    if (appending.once !== undefined) once.set(appending.once, stored)
    const decision = decisionOf(appending.entry)
    if (decision !== undefined) {
      const others = about.get(decision)
      if (others === undefined) about.set(decision, [stored])
      else others.push(stored)
    }
    return { ...stored, fresh: true }
  }

  function check(): void {
    if (closed) throw new HolonError('log-unavailable', 'The log is closed.', 'Open it again.')
  }

  return {
    async append(entries) {
      check()
      return entries.map(store)
    },
    async read(after, limit) {
      check()
      return all.slice(after, after + limit)
    },
    async find(id) {
      check()
      const stored = about.get(id) ?? []
      for (const { entry, position } of stored)
        if (entry.kind === 'decision')
          return {
            decision: entry,
            position,
            back: stored.filter((other) => other.entry.kind !== 'decision'),
          }
      return undefined
    },
    async latest(system, limit, before = Infinity) {
      check()
      const found: Stored[] = []
      for (let index = Math.min(before - 1, all.length) - 1; index >= 0 && found.length < limit; index--) {
        const stored = all[index]
        if (stored?.entry.kind === 'decision' && stored.entry.system === system) found.push(stored)
      }
      return found
    },
    async size() {
      check()
      return { entries: all.length, last: all.length, bytes: 0 }
    },
    async close() {
      closed = true
    },
  }
}

/** The decision an entry belongs to: itself, or the one it came back for. */
function decisionOf(entry: Entry): string | undefined {
  if (entry.kind === 'decision') return entry.id
  return entry.kind === 'event' ? undefined : entry.decision
}
