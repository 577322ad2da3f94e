import { HolonError, type MeasureAnswer, type MeasureQuery, type Warehouse } from 'holon'
import { compile, stretchColumn } from './compile.ts'
import { compileArms } from './compile-arms.ts'
import { Database, isBroken, unavailable } from './database.ts'
import type { FileOptions, Notice } from './file.ts'
import { hold } from './held.ts'
import { project } from './project.ts'
import { scriptOf } from './script.ts'
import { sliceOf } from './slice.ts'

/** Where the warehouse is kept. */
export interface DuckdbWarehouseOptions {
  /** Its folder is made when there is none. Beside it may stand a `.wal` file and a `.tmp` folder that belong to it. */
  readonly file: string
  /** Most memory for DuckDB, as DuckDB writes it; `'1GB'` when left out. Larger work goes through the disk. */
  readonly memory?: string
  /** Told when a file could not be used and was set aside. */
  readonly onNotice?: (notice: Notice) => void
}

/**
 * The warehouse in a DuckDB file: typed tables of what is public in the log, each measure one SQL statement that answers sums.
 *
 * Entries and position are committed together, so a process that is killed leaves no half of a batch. A file that is
 * damaged, foreign or of another version is set aside beside it (`.damaged-1`, `.outdated-1`) and made anew, at opening
 * or when the damage shows; the call that met it rejects, and `project` rejects until `position` has been asked again,
 * so that no gap comes about. A file admits one process.
 *
 * @throws HolonError `warehouse-unavailable` when the file is open already or cannot be written
 *
 * @example
 * ```ts
 * import { memoryLog } from 'holon/memory'
 * const log = memoryLog()
 * const warehouse = await duckdbWarehouse({ file: '.holon/warehouse.duckdb' })
 * await warehouse.project(await log.read(await warehouse.position(), 10_000))
 * await warehouse.close()
 * ```
 */
export async function duckdbWarehouse({
  file,
  memory = '1GB',
  onNotice = () => undefined,
}: DuckdbWarehouseOptions): Promise<Warehouse> {
  const options: FileOptions = { file, memory, onNotice }
  const release = hold(file)
  let opening: Promise<Database> | undefined
  let projecting: Promise<unknown> = Promise.resolve()
  let closing: Promise<void> | undefined

  /** The open database; opened again where that failed before. */
  function database(): Promise<Database> {
    opening ??= Database.open(options)
    return remembered(opening)
  }

  function remembered(promise: Promise<Database>): Promise<Database> {
    promise.catch(() => {
      if (opening === promise) opening = undefined
    })
    return promise
  }

  /** Uses the database; where it turns out broken, it is replaced for those who come later. */
  async function using<T>(use: (database: Database) => Promise<T>): Promise<T> {
    const promise = database()
    const current = await promise
    try {
      return await current.during(use)
    } catch (error) {
      if (isBroken(error) && opening === promise) {
        opening = Database.reopen(current, options, error)
        await remembered(opening).catch(() => undefined)
      }
      throw unavailable(error)
    }
  }

  try {
    await database()
  } catch (error) {
    release()
    throw unavailable(error)
  }

  function check(): void {
    if (closing !== undefined) throw closed(file)
  }

  return {
    async project(entries) {
      check()
      const turn = projecting.then(() =>
        using(async (current) => {
          if (!current.known) throw rebuilt(file)
          await project(current, entries)
        }),
      )
      projecting = turn.catch(() => undefined)
      return turn
    },
    async position() {
      check()
      return using(async (current) => {
        current.known = true
        return current.position
      })
    },
    async answer(query) {
      check()
      const { sql, statistics } = compile(query)
      const rows = await using((current) => current.read(sql))
      return rows.map((row) => ({ ...placeOf(query, row), statistics: statistics(row) }))
    },
    async arms(query) {
      check()
      const { prepare, asks, answers } = compileArms(query)
      return answers(await using((current) => current.readAll(prepare, asks)))
    },
    async sql(asked) {
      check()
      return scriptOf(asked)
    },
    async close() {
      closing ??= (async () => {
        await projecting
        await (await opening?.catch(() => undefined))?.close()
        release()
      })()
      return closing
    },
  }
}

function placeOf(
  { every }: MeasureQuery,
  row: Readonly<Record<string, unknown>>,
): Omit<MeasureAnswer, 'statistics'> {
  const slice = sliceOf(row)
  return every === undefined ? { slice } : { slice, from: (row[stretchColumn] as number) + 0 }
}

function rebuilt(file: string): HolonError {
  return new HolonError(
    'warehouse-unavailable',
    `The warehouse file ${file} was made anew and is not where you left it.`,
    'Ask for its position and project the log from there.',
  )
}

function closed(file: string): HolonError {
  return new HolonError(
    'warehouse-unavailable',
    `The warehouse ${file} is closed.`,
    'Open it again with duckdbWarehouse().',
  )
}
