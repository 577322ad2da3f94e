import { constants, existsSync } from 'node:fs'
import { access, mkdir, rename, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { HolonError } from 'holon'
import { makeTables, tablesVersion } from './tables.ts'

/** The file of a warehouse could not be used as it was. */
export interface Notice {
  /** `damaged`: it could not be read, or was no warehouse. `outdated`: another version of Holon made it. */
  readonly problem: 'damaged' | 'outdated'
  /** Where the file is now. */
  readonly movedTo: string
  /** A new file took its place, empty: it fills from the log. */
  readonly rebuilt: true
  readonly reason: string
}

/** How a file is opened. */
export interface FileOptions {
  readonly file: string
  /** As DuckDB writes it: `'1GB'`. */
  readonly memory: string
  readonly onNotice: (notice: Notice) => void
}

/** An open file and how far it has come. */
export interface OpenFile {
  readonly instance: DuckDBInstance
  readonly position: number
}

/**
 * Opens a warehouse file, or makes it. One that cannot be used is set aside and made anew.
 *
 * @throws HolonError `warehouse-unavailable` when it is held by another process or may not be read.
 */
export async function openFile(options: FileOptions): Promise<OpenFile> {
  await prepare(options.file)
  let instance: DuckDBInstance | undefined
  try {
    instance = await open(options)
    const found = await using(instance, readOrMake)
    if (found.version === tablesVersion) return { instance, position: found.position }
    instance.closeSync()
    return await renew(
      options,
      'outdated',
      `It has version ${found.version}, this is version ${tablesVersion}.`,
    )
  } catch (error) {
    instance?.closeSync()
    const reason = messageOf(error)
    if (reason.includes('Could not set lock on file')) throw locked(options.file, error)
    return await renew(options, 'damaged', reason)
  }
}

/** Sets a file aside, says so, and makes a new one in its place. */
export async function renew(
  options: FileOptions,
  problem: Notice['problem'],
  reason: string,
): Promise<OpenFile> {
  const movedTo = await setAside(options.file, problem)
  options.onNotice({ problem, movedTo, rebuilt: true, reason })
  const instance = await open(options)
  const { position } = await using(instance, readOrMake)
  return { instance, position }
}

/** The message of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

async function prepare(file: string): Promise<void> {
  const unusable = (reason: string, cause?: unknown) =>
    new HolonError(
      'warehouse-unavailable',
      `The warehouse file ${file} cannot be used: ${reason}`,
      'Give a path in a folder that this process may write to.',
      { cause },
    )
  try {
    await mkdir(dirname(file), { recursive: true })
    if (existsSync(file)) await access(file, constants.R_OK | constants.W_OK)
  } catch (error) {
    throw unusable(messageOf(error), error)
  }
  if (existsSync(file) && !(await stat(file)).isFile()) throw unusable('it is not a file.')
}

/**
 * How far the write-ahead log grows before it goes into the tables. Each time it does, DuckDB compresses the row group that
 * it is in the middle of once more: with its usual 16 MB, projecting takes a tenth more. After a kill, reading back 32 MB
 * takes the better part of a second.
 */
const checkpointAt = '32MB'

/** Nothing but the file itself is ever read: no extension is fetched, no other file attached. */
function open({ file, memory }: FileOptions): Promise<DuckDBInstance> {
  return DuckDBInstance.create(file, {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    enable_external_access: 'false',
    memory_limit: memory,
    checkpoint_threshold: checkpointAt,
  })
}

async function using<T>(instance: DuckDBInstance, use: (connection: DuckDBConnection) => Promise<T>) {
  const connection = await instance.connect()
  try {
    return await use(connection)
  } finally {
    connection.closeSync()
  }
}

interface State {
  readonly version: number
  readonly position: number
}

/** What a file says of itself; one without any table is made a warehouse first. */
async function readOrMake(connection: DuckDBConnection): Promise<State> {
  const tables = await connection.runAndReadAll('SELECT table_name FROM duckdb_tables()')
  if (tables.currentRowCount === 0) await connection.run(`BEGIN; ${makeTables.join('; ')}; COMMIT`)
  const state = await connection.runAndReadAll(
    'SELECT any_value(version)::DOUBLE AS version, max(position)::DOUBLE AS position FROM holon_warehouse',
  )
  return state.getRowObjectsJS()[0] as unknown as State
}

async function setAside(file: string, problem: Notice['problem']): Promise<string> {
  let number = 1
  while (existsSync(`${file}.${problem}-${number}`)) number += 1
  const aside = `${file}.${problem}-${number}`
  await rename(file, aside)
  if (existsSync(`${file}.wal`)) await rename(`${file}.wal`, `${aside}.wal`)
  return aside
}

function locked(file: string, cause: unknown): HolonError {
  return new HolonError(
    'warehouse-unavailable',
    `The warehouse file ${file} is open in another process.`,
    'Stop that process, or give this one a file of its own: a warehouse is rebuilt from the log.',
    { cause },
  )
}
