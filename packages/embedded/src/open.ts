import type { Holon, System } from 'holon'
import { type DataOptions, openData, type SystemOptions } from './data.ts'

/** How a system is opened in one process. */
export interface EmbeddedOptions extends SystemOptions, DataOptions {
  /** Folder of all files; default `HOLON_DATA`, or `.holon` where the process runs. */
  readonly data?: string
}

/**
 * Opens a system in this process, its data in a folder that no other process uses meanwhile: log, registry and keys in
 * SQLite, measures in DuckDB, models from ONNX files. Several systems share a folder by `openData`.
 *
 * @throws HolonError as `openData` and `Data.open`
 * @example
 * ```ts
 * import { defineSystem } from 'holon'
 * const system = defineSystem('empty', { purpose: 'none', people: [], decisions: [], goals: [] })
 * const holon = await open(system, { data: '.holon' })
 * await holon.goals() // []
 * await holon.close()
 * ```
 */
export async function open<S extends System>(
  system: S,
  { data: folder, onNotice, ...options }: EmbeddedOptions = {},
): Promise<Holon<S>> {
  const data = await openData(folder, onNotice === undefined ? {} : { onNotice })
  try {
    const holon = await data.open(system, options)
    return {
      ...holon,
      close: async () => {
        await holon.close()
        await data.close()
      },
    }
  } catch (error) {
    await data.close()
    throw error
  }
}
