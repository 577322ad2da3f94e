import type { Stored } from 'holon'
import { append } from './append.ts'
import type { Database } from './database.ts'
import { rowsOf } from './rows.ts'
import { applyRetractions, back, decisions, retractions } from './tables.ts'

/** Applies entries after the database's position in one transaction that moves the position with them. */
export async function project(database: Database, entries: readonly Stored[]): Promise<void> {
  const { fresh, last } = after(database.position, entries)
  if (fresh.length === 0) return
  const { writer } = database
  await writer.run('BEGIN')
  try {
    const rows = rowsOf(fresh)
    await append(writer, 'decisions', decisions, rows.decisions)
    await append(writer, 'back', back, rows.back)
    await append(writer, 'retractions', retractions, rows.retractions)
    if (rows.retractions.length > 0) await writer.run(`${applyRetractions}; DELETE FROM retractions`)
    await writer.run(`UPDATE holon_warehouse SET position = ${last}`)
    await writer.run('COMMIT')
  } catch (error) {
    await writer.run('ROLLBACK').catch(() => undefined)
    throw error
  }
  database.position = last
}

/** The entries that go on from a position, in order, and where they lead. */
function after(position: number, entries: readonly Stored[]) {
  let last = position
  const fresh = entries.filter((stored) => {
    if (stored.position <= last) return false
    last = stored.position
    return true
  })
  return { fresh, last }
}
