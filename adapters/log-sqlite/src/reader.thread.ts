import { openForReading, serve, type ThreadData } from '@holon/sqlite'
import type { Page } from './group.ts'

/** What fits one answer: parsing it must not hold up the event loop for more than a few milliseconds. */
const pageEntries = 500
const pageCharacters = 500_000

serve<ThreadData>(({ file }) => {
  const database = openForReading(file)
  const after = database.prepare('SELECT position, entry FROM entry WHERE position > ? ORDER BY position')
  const about = database.prepare(
    'SELECT position, entry FROM entry WHERE about = ? AND position > ? ORDER BY position',
  )
  const before = database.prepare(
    'SELECT position, entry FROM entry WHERE system = ? AND position < ? ORDER BY position DESC',
  )
  const last = database.prepare('SELECT max(position) AS last FROM entry')

  return {
    read: (ask: { after: number; limit: number }) => page(after.iterate(ask.after), ask.limit),
    find: (ask: { decision: string; after: number }) => page(about.iterate(ask.decision, ask.after)),
    latest: (ask: { system: string; before: number; limit: number }) =>
      page(before.iterate(ask.system, ask.before), ask.limit),
    last: () => Number(last.get()?.last ?? 0),
    close: () => database.close(),
  }
})

function page(rows: Iterable<Record<string, unknown>>, limit = Infinity): Page {
  const positions: number[] = []
  const entries: string[] = []
  let room = pageCharacters
  for (const { position, entry } of rows as Iterable<{ position: number; entry: string }>) {
    if (entries.length >= limit) break
    if (room <= 0 || entries.length === pageEntries) return { positions, entries, more: true }
    positions.push(position)
    entries.push(entry)
    room -= entry.length
  }
  return { positions, entries, more: false }
}
