import { setImmediate } from 'node:timers/promises'
import { type DuckDBConnection, DuckDBDataChunk, type DuckDBType, type DuckDBValue } from '@duckdb/node-api'

// Two milliseconds of work or so, for which nothing else runs.
const chunkRows = 512

/** Appends rows to a table on the connection's transaction. Lets others run between chunks. */
export async function append(
  connection: DuckDBConnection,
  table: string,
  columns: Readonly<Record<string, DuckDBType>>,
  rows: readonly Readonly<Record<string, DuckDBValue>>[],
): Promise<void> {
  if (rows.length === 0) return
  const names = Object.keys(columns)
  const types = Object.values(columns)
  const appender = await connection.createAppender(table)
  try {
    for (let start = 0; start < rows.length; start += chunkRows) {
      const part = rows.slice(start, start + chunkRows)
      const chunk = DuckDBDataChunk.create(types, part.length)
      chunk.setRows(part.map((row) => names.map((name) => row[name] ?? null)))
      appender.appendDataChunk(chunk)
      await setImmediate()
    }
    appender.flushSync()
  } finally {
    appender.closeSync()
  }
}
