import { join, resolve } from 'node:path'
import { sqliteLog } from '@holon/log-sqlite'
import { onnx } from '@holon/model-onnx'
import { sqliteRegistry } from '@holon/registry-sqlite'
import { sqliteVault } from '@holon/vault-sqlite'
import type { Notice } from '@holon/warehouse-duckdb'
import {
  type Clock,
  type DecisionLog,
  type Holon,
  type Notifier,
  open,
  type Random,
  type Registry,
  type System,
  type Vault,
  type Warehouse,
} from 'holon'
import { keepBundle } from './bundle.ts'
import { type ModelSource, modelsFrom, versionsFrom } from './models.ts'
import { takeOwnership } from './owner.ts'
import { replayElsewhere } from './replay-elsewhere.ts'
import { followingWarehouse } from './warehouse.ts'

/** Files of a data folder. The keys of people stand apart: a copy of the rest opens nothing that is sealed. */
export const dataFiles = {
  log: 'log.db',
  registry: 'registry.db',
  warehouse: 'warehouse.duckdb',
  vault: 'keys/vault.db',
} as const

/** How a system is opened on a data folder. */
export interface SystemOptions {
  /** What answers for each declared model. */
  readonly models?: Readonly<Record<string, ModelSource>>
  /** Other versions of models that flights may try, by model and by the name that arms give them. */
  readonly versions?: Readonly<Record<string, Readonly<Record<string, ModelSource>>>>
  /** The module that exports the system. Without it, old decisions cannot be replayed once the code has changed. */
  readonly source?: URL
  /** Default: those of the machine. */
  readonly clock?: Clock
  readonly random?: Random
  /** Told what somebody should know at once: a case that is overdue. */
  readonly notifier?: Notifier
  /** Told how far the warehouse is while it catches up with the log: entries done, and to be done. */
  readonly onCatchUp?: (done: number, of: number) => void
}

/** An open data folder, on which any number of systems work. */
export interface Data {
  readonly folder: string
  readonly log: DecisionLog
  readonly registry: Registry
  readonly vault: Vault
  readonly warehouse: Warehouse
  /** Opens a system on this data. @throws HolonError as `open` of `holon`, `config-invalid`, `model-invalid` */
  open<S extends System>(system: S, options?: SystemOptions): Promise<Holon<S>>
  /** Lets other processes know where the API of this one answers. */
  announce(address: string): void
  /** Closes the files. Close the systems before. */
  close(): Promise<void>
}

/** How a data folder is opened. */
export interface DataOptions {
  /** Told, in words, of a file that was set aside because it could not be used. */
  readonly onNotice?: (text: string) => void
}

/** The data folder in use when none is named: `HOLON_DATA`, or `.holon` where the process runs. */
export function usualFolder(): string {
  return resolve(process.env.HOLON_DATA ?? '.holon')
}

/**
 * Opens a data folder, which is made when there is none.
 *
 * @throws HolonError `config-invalid` when another process works on it; `log-damaged`, `log-unavailable`,
 * `registry-unavailable`, `vault-unavailable`, `warehouse-unavailable`
 */
export async function openData(folder: string = usualFolder(), options: DataOptions = {}): Promise<Data> {
  const ownership = takeOwnership(folder)
  try {
    const ports = await openPorts(folder, options)
    return {
      ...ports,
      folder: resolve(folder),
      open: (system, systemOptions) => openOn(ports, system, systemOptions),
      announce: ownership.announce,
      close: async () => {
        try {
          await closeAll(Object.values(ports))
        } finally {
          ownership.release()
        }
      },
    }
  } catch (error) {
    ownership.release()
    throw error
  }
}

type OpenPorts = Pick<Data, 'log' | 'registry' | 'vault' | 'warehouse'>

/** Opens the files side by side, all or none. */
async function openPorts(folder: string, { onNotice }: DataOptions): Promise<OpenPorts> {
  const file = (name: keyof typeof dataFiles): string => join(folder, dataFiles[name])
  const tell = (notice: Notice): void => onNotice?.(inWords(notice))
  const opening = [
    sqliteLog({ file: file('log') }),
    sqliteRegistry({ file: file('registry') }),
    sqliteVault({ file: file('vault') }),
    followingWarehouse({ log: file('log'), warehouse: file('warehouse'), onNotice: tell }),
  ] as const
  try {
    const [log, registry, vault, warehouse] = await Promise.all(opening)
    return { log, registry, vault, warehouse }
  } catch (error) {
    const settled = await Promise.allSettled<Closable>(opening)
    await closeAll(settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])))
    throw error
  }
}

type Closable = { close(): Promise<void> }

/** Closes everything, then throws what went wrong first. */
async function closeAll(all: readonly Closable[]): Promise<void> {
  const closed = await Promise.allSettled(all.map((one) => one.close()))
  for (const one of closed) if (one.status === 'rejected') throw one.reason
}

async function openOn<S extends System>(
  ports: OpenPorts,
  system: S,
  { models: sources = {}, versions: otherSources = {}, source, ...rest }: SystemOptions = {},
): Promise<Holon<S>> {
  const bundle = source === undefined ? undefined : await keepBundle(ports.registry, system, source)
  const [models, versions] = await Promise.all([
    modelsFrom(sources, ports.registry),
    versionsFrom(otherSources, ports.registry),
  ])
  return open(system, {
    ...ports,
    ...rest,
    models,
    versions,
    ...(bundle !== undefined && { bundle }),
    replayElsewhere: replayElsewhere(ports.registry, { models, versions }, (bytes, name, version) =>
      onnx(bytes, { name, version }),
    ),
  })
}

function inWords({ problem, movedTo, reason }: Notice): string {
  return `The warehouse was ${problem} (${reason}) and is made anew from the log. The old file is ${movedTo}.`
}
