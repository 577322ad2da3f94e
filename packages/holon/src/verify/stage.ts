import { memoryLog } from '../memory/log.ts'
import { memoryRegistry } from '../memory/registry.ts'
import { memoryVault } from '../memory/vault.ts'
import { open } from '../runtime/open.ts'
import type { Ports } from '../runtime/options.ts'
import type { Entry } from '../spec/record.ts'
import type { Running } from '../spec/running.ts'
import { seededRandom } from '../stats/random/seeded.ts'
import type { System } from '../system/system.ts'
import { type StepChance, stepChance } from './chance.ts'
import { type StoryClock, storyClock } from './clock.ts'
import { nowhere } from './nowhere.ts'
import { type Puppet, puppet } from './puppet.ts'

/** Where a story happens: the real runtime on ports in memory, with puppets for models. */
export interface Stage {
  readonly clock: StoryClock
  readonly chance: StepChance
  readonly puppets: Readonly<Record<string, Puppet>>
  /** The system at work; another one after each restart. */
  readonly running: Running
  /** What was written to the log since it was last asked. */
  written(): readonly Entry[]
  restart(): Promise<void>
  close(): Promise<void>
}

/** Sets the stage for one story. */
export async function setStage(system: System, calibrated: boolean): Promise<Stage> {
  const clock = storyClock()
  const chance = stepChance()
  const log = memoryLog()
  let entries: Entry[] = []
  const ports: Ports = {
    log: {
      ...log,
      append: async (appending) => {
        const receipts = await log.append(appending)
        for (const { entry, fresh } of receipts) if (fresh) entries.push(entry)
        return receipts
      },
    },
    registry: memoryRegistry(),
    vault: memoryVault(seededRandom('vault')),
    warehouse: nowhere(),
    clock,
    random: chance,
  }
  const reading = system.decisions.filter(({ model }) => model !== undefined)
  const puppets = Object.fromEntries(
    reading.map((decision) => [decision.model?.name ?? '', puppet(decision, calibrated, clock)]),
  )
  const declared = system.components.filter(({ kind }) => kind === 'model').map(({ name }) => name)
  const models = Object.fromEntries(
    Object.entries(puppets).flatMap(([name, { model }]) => (declared.includes(name) ? [[name, model]] : [])),
  )
  const start = async () =>
    (await open(system, { ...ports, models, learning: 'asked' })) as unknown as Running
  let running = await start()
  return {
    clock,
    chance,
    puppets,
    get running() {
      return running
    },
    written: () => {
      const since = entries
      entries = []
      return since
    },
    restart: async () => {
      await running.close()
      running = await start()
    },
    close: () => running.close(),
  }
}
