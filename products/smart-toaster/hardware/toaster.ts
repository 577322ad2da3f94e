import type { Random } from 'holon'
import { rungeKutta } from 'holon/stats'
import type { Slice } from '../domain/bread.ts'
import type { Terminals } from '../domain/terminals.ts'
import { bread, browning, charring, heater, ignition, physics, smoke } from './constants.ts'
import { thermalFuse } from './fuse.ts'
import { loadOf } from './load.ts'
import { type EyeFault, sensors } from './sensors.ts'
import { at, type Load, stateSize, thermalRates } from './thermal.ts'

/** Seconds without current after which the magnet lets the lift go, and for which a press alone keeps it down. */
const magnet = 0.5
const pressed = 10

/** Where a toaster stands and how it is broken; what is not given is in order. */
export interface Situation {
  /** C. */
  readonly kitchen?: number
  /** Voltage of the mains as a share of the nominal one. */
  readonly mains?: number
  /** C of the case at the start; default: that of the kitchen. */
  readonly wall?: number
  /** Seconds of one step of the equations; default 0.02. Beyond 0.05 the face of a thin slice would not bear it. */
  readonly step?: number
  /** Replaces the fuse by a wire, to show that safety does not hang on it. */
  readonly withoutFuse?: boolean
}

/** What can be seen of a toaster from outside, and measured by those who study it. Temperatures in C. */
export interface Look {
  readonly bread: Slice | undefined
  /** Is the bread down between the elements? */
  readonly down: boolean
  /** Colour difference to the fresh crumb, CIELAB units. */
  readonly darkening: number
  readonly surface: number
  readonly wall: number
  readonly element: number
  /** Water that is left, as a share of what was there. */
  readonly moisture: number
  /** Current flows. */
  readonly heating: boolean
  readonly fuseOpen: boolean
  /** Of the pellet of the fuse. */
  readonly fuse: number
  /** Smoke in the kitchen, mg/m3, and whether the alarm calls. */
  readonly smoke: number
  readonly alarm: boolean
  readonly burning: boolean
  /** Joules taken from the mains so far. */
  readonly energy: number
}

/** A simulated toaster: what people do with it, what software can reach of it, and what can go wrong with it. */
export interface Toaster {
  readonly terminals: Terminals
  /** Puts a slice in and presses the lift down; bread that was in it is taken out. `browning`: how its loaf differs from its kind. */
  insert(slice: Slice, browning?: number): void
  /** Pulls the lift up by hand. */
  lift(): void
  /** Lets time pass, in seconds: a whole number of steps. */
  advance(seconds: number): void
  look(): Look
  /** Breaks or mends a part. */
  break(what: { readonly eye?: EyeFault; readonly relay?: 'works' | 'welded' }): void
}

/**
 * Builds a toaster. The lift is held down by a magnet in the circuit of the heater, so bread comes up whenever the
 * current ends, for whatever reason.
 */
export function buildToaster(random: Random, situation: Situation = {}): Toaster {
  const { kitchen = 21, mains = 1, wall: start = kitchen, step = 0.02, withoutFuse = false } = situation
  const conducts = withoutFuse ? () => true : thermalFuse()
  const state = new Float64Array(stateSize)
  state.fill(kitchen + physics.celsius, 0, at.water)
  for (const part of [at.element, at.wall, at.fuse]) state[part] = start + physics.celsius
  let slice: Slice | undefined
  let load: Load = loadOf(undefined, 1, kitchen)
  let [down, duty, idle, closed, time, burning] = [false, 0, 0, true, 0, false]
  let eye: EyeFault = 'none'
  let relay: 'works' | 'welded' = 'works'
  const power = (): number =>
    closed ? (relay === 'welded' && down ? 1 : duty) * heater.power * mains ** 2 : 0
  const move = rungeKutta(
    stateSize,
    thermalRates(power, () => load),
  )
  const sense = sensors(random, () => eye)
  const celsius = (part: number): number => (state[part] as number) - physics.celsius
  const lift = (): void => {
    down = false
    load = { ...load, empty: true }
  }
  const tick = (): void => {
    move(time, state, step)
    time += step
    closed = conducts(celsius(at.fuse))
    idle = power() > 0 ? 0 : idle + step
    if (down && idle > magnet) lift()
    if (down && celsius(at.temperature) > ignition) burning = true
  }
  return {
    terminals: Object.freeze({
      read: () =>
        sense({
          surface: celsius(down ? at.temperature : at.wall),
          wall: celsius(at.wall),
          mass: slice?.mass ?? 0,
          moisture: slice?.moisture ?? 0,
          power: heater.power * mains ** 2,
        }),
      drive: (wanted: number) => {
        duty = wanted >= 0 && wanted <= 1 ? wanted : 0
      },
    }),
    insert: (next, loaf = 1) => {
      slice = next
      load = loadOf(next, loaf, kitchen)
      state.fill(kitchen + physics.celsius, at.temperature, at.water)
      state.fill(next.moisture / (1 - next.moisture), at.water, at.browned)
      state.fill(0, at.browned, at.element)
      down = true
      idle = magnet - pressed
    },
    lift,
    advance: (seconds) => {
      for (let n = Math.round(seconds / step); n > 0; n--) tick()
    },
    look: () => ({
      bread: slice,
      down,
      darkening:
        browning.darkest * (state[at.browned] as number) + charring.darkening * (state[at.charred] as number),
      surface: celsius(at.temperature),
      wall: celsius(at.wall),
      element: celsius(at.element),
      moisture: waterLeft(state, slice),
      heating: power() > 0,
      fuseOpen: !closed,
      fuse: celsius(at.fuse),
      smoke: state[at.smoke] as number,
      alarm: (state[at.smoke] as number) > smoke.alarm,
      burning,
      energy: state[at.supplied] as number,
    }),
    break: (what) => {
      eye = what.eye ?? eye
      relay = what.relay ?? relay
    },
  }
}

function waterLeft(state: Float64Array, slice: Slice | undefined): number {
  if (slice === undefined) return 0
  const fresh = slice.moisture / (1 - slice.moisture)
  const layers = state.subarray(at.water, at.browned)
  return bread.layers.reduce<number>((sum, weight, i) => sum + weight * (layers[i] as number), 0) / fresh
}
