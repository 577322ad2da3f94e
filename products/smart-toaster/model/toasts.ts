import type { Random } from 'holon'
import { seededRandom } from 'holon/stats'
import { type Bread, breads, type Slice, traits, usualMass } from '../domain/bread.ts'
import { nominalDuty } from '../domain/duty.ts'
import { normal } from '../hardware/sensors.ts'
import { buildToaster, type Toaster } from '../hardware/toaster.ts'
import type { Measured } from './features.ts'

/** A simulated slice and toaster, as they differ from kitchen to kitchen. */
export interface Occasion {
  readonly slice: Slice
  /** How fast this loaf browns beside others of its kind. */
  readonly loaf: number
  readonly mains: number
  readonly wall: number
  readonly seed: number
}

/** A toast made to be learned from: what was measured before it, and how dark it was at every second. */
export interface Course {
  readonly start: Measured
  /** Darkening after 0, 1, 2, ... seconds. */
  readonly darkening: readonly number[]
}

/** How loaves of a kind differ, as standard deviations; `thick` and `browning` of logarithms. */
const spread = { thick: 0.14, moisture: 0.03, browning: 0.12, mains: 0.03 } as const

/** Draws an occasion; a loaf can be given, to draw several slices of it. */
export function anyOccasion(
  random: Random,
  loaf?: { readonly bread: Bread; readonly browning: number },
): Occasion {
  const bread = loaf?.bread ?? (breads[Math.floor(random.next() * breads.length)] as Bread)
  const browning = loaf?.browning ?? anyBrowning(random)
  return {
    slice: {
      bread,
      mass: usualMass(bread) * Math.exp(spread.thick * normal(random)),
      moisture: Math.min(0.5, Math.max(0.15, traits[bread].moisture + spread.moisture * normal(random))),
    },
    loaf: browning,
    mains: Math.min(1.1, Math.max(0.9, 1 + spread.mains * normal(random))),
    wall: 21 + 90 * random.next() ** 3,
    seed: Math.floor(random.next() * 2 ** 31),
  }
}

/** How fast a loaf browns beside others of its kind. */
export function anyBrowning(random: Random): number {
  return Math.exp(spread.browning * normal(random))
}

/** The toaster of an occasion, with its slice in and cold duty. */
function toasterOf({ slice, loaf, mains, wall, seed }: Occasion): Toaster {
  const toaster = buildToaster(seededRandom(seed), { mains, wall })
  toaster.insert(slice, loaf)
  return toaster
}

/** What is measured before a start: the mean of ten readings. */
export function startOf(toaster: Toaster, bread: Bread): Measured {
  const readings = Array.from({ length: 10 }, () => toaster.terminals.read())
  const mean = (key: 'mass' | 'moisture' | 'wall' | 'power') =>
    readings.reduce((sum, reading) => sum + reading[key], 0) / readings.length
  return { bread, mass: mean('mass'), moisture: mean('moisture'), wall: mean('wall'), power: mean('power') }
}

/** Heats for some seconds as the controller would, and notes the darkening at each. */
export function courseOf(occasion: Occasion, seconds: number, darkEnough = Infinity): Course {
  const toaster = toasterOf(occasion)
  const start = startOf(toaster, occasion.slice.bread)
  const darkening = [0]
  for (let second = 0; second < seconds && (darkening.at(-1) ?? 0) < darkEnough; second++) {
    toaster.terminals.drive(nominalDuty(start.power))
    toaster.advance(1)
    darkening.push(toaster.look().darkening)
  }
  return { start, darkening }
}

/** Seconds at which a course reaches a darkening; undefined where it never does. */
export function secondsTo({ darkening }: Pick<Course, 'darkening'>, wanted: number): number | undefined {
  const after = darkening.findIndex((one) => one >= wanted)
  if (after < 1) return undefined
  const [low = 0, high = 0] = [darkening[after - 1], darkening[after]]
  return after - 1 + (wanted - low) / (high - low)
}

/** Darkening of a course at a time, its last where it is over. */
export function darkeningAt({ darkening }: Pick<Course, 'darkening'>, seconds: number): number {
  const last = darkening.length - 1
  const from = Math.min(last, Math.max(0, Math.floor(seconds)))
  const [low = 0, high = low] = [darkening[from], darkening[Math.min(last, from + 1)]]
  return low + (high - low) * Math.min(1, Math.max(0, seconds - from))
}
