import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { sqliteLog } from '@holon/log-sqlite'
import { sqliteRegistry } from '@holon/registry-sqlite'
import { type DecisionLog, HolonError, type Registry } from 'holon'
import { dataFiles } from './data.ts'

/** Log and registry of a data folder, for looking at them while another process may work on it. */
export interface Beside {
  readonly log: DecisionLog
  readonly registry: Registry
  close(): Promise<void>
}

/**
 * Opens log and registry of a data folder beside whoever works on it.
 *
 * @throws HolonError `config-invalid` when nothing has worked on the folder yet; `log-damaged`, `log-unavailable`,
 * `registry-unavailable`
 */
export async function openBeside(folder: string): Promise<Beside> {
  const file = join(folder, dataFiles.log)
  if (!existsSync(file)) {
    throw new HolonError(
      'config-invalid',
      `There is no data in ${resolve(folder)}.`,
      'Set HOLON_DATA to the folder of a system that has run.',
    )
  }
  const log = await sqliteLog({ file })
  try {
    const registry = await sqliteRegistry({ file: join(folder, dataFiles.registry) })
    const close = async (): Promise<void> => {
      await Promise.all([log.close(), registry.close()])
    }
    return { log, registry, close }
  } catch (error) {
    await log.close()
    throw error
  }
}
