import { HolonError } from '../spec/error.ts'
import { unknownName } from '../spec/unknown-name.ts'
import type { System } from '../system/system.ts'
import type { World } from './declaration.ts'
import type { SimulateOptions } from './options.ts'
import { everyScenario, type Scenario } from './scenario.ts'
import type { Settings } from './settings.ts'

/** Stretches in a report, about. */
const stretches = 30

/** What is to be simulated, with everything that was left out as the world usually has it. */
export interface Asked {
  readonly system: System
  readonly version: string
  readonly seed: number
  readonly people: number
  readonly days: number
  /** Days in a stretch of the report. */
  readonly every: number
  readonly scenarios: readonly string[]
  readonly settings: Settings
  /** Whether loops through the world are looked for. */
  readonly loops: boolean
}

/**
 * What a world is asked to be.
 *
 * @throws HolonError `name-unknown` for a scenario, version or setting that is not there; `input-invalid` for a number
 *   that cannot be
 */
export function asked(world: World, options: SimulateOptions): Asked {
  const { version = 'current', seed = 1, people = world.people, days = world.days } = options
  const {
    every = Math.max(1, Math.round(days / stretches)),
    scenarios = [],
    quality = 1,
    qualities = {},
  } = options
  if (!Number.isInteger(seed) || !isLength(days) || !Number.isInteger(people) || people < 1)
    throw new HolonError(
      'input-invalid',
      `${people} people cannot live for ${days} days with the seed ${seed}.`,
      'Give a whole number of people from 1, days above 0, and a whole number as seed.',
    )
  if (!isLength(every))
    throw new HolonError('input-invalid', `A stretch of ${every} days cannot be.`, 'Give days above 0.')
  const impossible = [quality, ...Object.values(qualities)].find((one) => !(one >= 0.5 && one <= 1))
  if (impossible !== undefined)
    throw new HolonError(
      'input-invalid',
      `No model has an area under the curve of ${impossible}.`,
      'Give the quality as a number from 0.5 (chance) to 1 (perfect).',
    )
  for (const name of scenarios) scenarioOf(world, name)
  const system = systemOf(world, version)
  return {
    ...{ system, version, seed, people, days, every, scenarios },
    settings: settingsOf(world, options.settings),
    loops: options.loops ?? system.loops.length > 0,
  }
}

/** The scenario of a name, of the world or of every one. @throws HolonError `name-unknown` */
export function scenarioOf({ scenarios = {} }: World, name: string): Scenario {
  const all = { ...everyScenario, ...scenarios }
  const found = Object.hasOwn(all, name) ? all[name] : undefined
  if (found === undefined) throw unknownName('scenario', name, Object.keys(all))
  return found
}

const isLength = (days: number): boolean => days > 0 && days < Infinity

function systemOf({ system, versions = {} }: World, version: string): System {
  if (version === 'current') return system
  const found = Object.hasOwn(versions, version) ? versions[version] : undefined
  if (found === undefined) throw unknownName('version', version, ['current', ...Object.keys(versions)])
  return found.system ?? system
}

function settingsOf({ settings }: World, others: Settings = {}): Settings {
  for (const [name, value] of Object.entries(others)) {
    const usual = Object.hasOwn(settings, name) ? settings[name] : undefined
    if (usual === undefined) throw unknownName('setting', name, Object.keys(settings))
    if (typeof value === typeof usual) continue
    throw new HolonError(
      'input-invalid',
      `The setting "${name}" is a ${typeof usual}, not ${JSON.stringify(value)}.`,
      `It usually is ${JSON.stringify(usual)}.`,
    )
  }
  return { ...settings, ...others }
}
