import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { backup as copyDatabase, DatabaseSync } from 'node:sqlite'
import { HolonError } from 'holon'
import { dataFiles } from './data.ts'

/** One file of a backup. */
export interface BackedUp {
  readonly file: string
  readonly bytes: number
  readonly sha256: string
}

/**
 * Copies log and registry of a data folder into another folder, as they are at one moment each, while systems go on
 * working. The warehouse is left out, since it is rebuilt from the log; so are the keys of people, since a person who is
 * erased must be erased in every copy. `keys` names a file for a copy of the keys, to be kept apart and not for long.
 *
 * @throws HolonError `config-invalid` when there is nothing to copy, or the copy would overwrite something
 */
export async function backUp(folder: string, into: string, keys?: string): Promise<readonly BackedUp[]> {
  // The log first: whatever its records refer to is in the registry by then.
  const copies = [
    [dataFiles.log, join(into, dataFiles.log)],
    [dataFiles.registry, join(into, dataFiles.registry)],
    ...(keys === undefined ? [] : [[dataFiles.vault, keys]]),
  ] as [string, string][]
  for (const [from, to] of copies) {
    mustExist(join(folder, from))
    mustNotExist(to)
  }
  const made: BackedUp[] = []
  for (const [from, to] of copies) made.push(await copy(join(folder, from), resolve(to)))
  await writeFile(
    join(into, 'backup.json'),
    `${JSON.stringify({ at: new Date().toISOString(), files: made }, null, 2)}\n`,
  )
  return made
}

async function copy(from: string, to: string): Promise<BackedUp> {
  await mkdir(dirname(to), { recursive: true })
  const source = new DatabaseSync(from, { readOnly: true, timeout: 5000 })
  try {
    // SQLite begins anew whenever somebody wrote meanwhile, unless it copies for one who reads as of a moment.
    source.exec('BEGIN')
    source.prepare('SELECT count(*) FROM sqlite_schema').get()
    await copyDatabase(source, to)
  } finally {
    source.close()
  }
  const hash = createHash('sha256')
  let bytes = 0
  for await (const part of createReadStream(to) as AsyncIterable<Buffer>) {
    hash.update(part)
    bytes += part.length
  }
  return { file: to, bytes, sha256: hash.digest('hex') }
}

function mustExist(file: string): void {
  if (existsSync(file)) return
  throw new HolonError(
    'config-invalid',
    `There is no file ${file}.`,
    'Set HOLON_DATA to the folder of a system that has run.',
  )
}

function mustNotExist(file: string): void {
  if (!existsSync(file)) return
  throw new HolonError(
    'config-invalid',
    `${resolve(file)} is there already.`,
    'Choose another place for the backup.',
  )
}
