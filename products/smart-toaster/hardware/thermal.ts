import type { Rates } from 'holon/stats'
import { faceArea } from '../domain/bread.ts'
import { browningRate, charringRate, dryHeat, saturationPressure, waterActivity } from './bread-physics.ts'
import { bread, heater, physics, smoke, wall } from './constants.ts'

const layers = bread.layers.length

/** Places in the state of the simulation. Temperatures in K; layers from the face of the slice inwards. */
export const at = {
  temperature: 0,
  /** kg of water per kg of dry crumb, by layer. */
  water: layers,
  /** Browned share of what can brown. */
  browned: 2 * layers,
  charred: 2 * layers + 1,
  element: 2 * layers + 2,
  wall: 2 * layers + 3,
  fuse: 2 * layers + 4,
  /** mg of smoke in a m3 of the kitchen. */
  smoke: 2 * layers + 5,
  /** Joules taken from the mains, and lost to the kitchen as heat and vapour. */
  supplied: 2 * layers + 6,
  lost: 2 * layers + 7,
} as const

/** Numbers in the state. */
export const stateSize = 2 * layers + 8

/** What is toasted, and where. */
export interface Load {
  /** Metres of each layer, and from the face to its middle. */
  readonly depths: readonly number[]
  readonly middles: readonly number[]
  /** kg of dry crumb in a m3. */
  readonly dryDensity: number
  /** How fast it browns, white bread being 1. */
  readonly browning: number
  /** K. */
  readonly kitchen: number
  /** Without bread nothing but the toaster changes. */
  readonly empty: boolean
}

/** Seconds in which the fuse comes near the temperature of the wall it sits on. */
const fuseLag = 6

/** Share of the way from wall to element at which the fuse sits. */
const fuseNear = 0.035

/**
 * The equations of the toaster. For each face: the element takes electric power and gives radiation and convection to
 * bread and wall; heat goes inwards by conduction; water leaves each layer as vapour, driven by its pressure and held
 * back by the crust above it, and takes its heat of evaporation along, so that wet layers stay near 100 C; the face
 * browns and chars by first-order reactions in its temperature (Arrhenius).
 *
 * @param power watts of all elements, read at each evaluation
 */
export function thermalRates(power: () => number, load: () => Load): Rates {
  return (_time, state, rates) => {
    const { kitchen, empty } = load()
    const element = value(state, at.element)
    const wallNow = value(state, at.wall)
    const electric = power() / heater.faces
    const face = empty ? wallNow : value(state, at.temperature)
    const radiant = heater.area * heater.emissivity * physics.stefanBoltzmann
    const toBread = empty ? 0 : heater.toBread * radiant * bread.absorptivity * (element ** 4 - face ** 4)
    const toWall = (1 - heater.toBread) * radiant * (element ** 4 - wallNow ** 4)
    const toAir = heater.convection * (element - wallNow)
    const exchange = empty ? 0 : breadRates(state, rates, load(), toBread)
    if (empty) rates.fill(0, 0, at.element)
    const away = wall.toKitchen * (wallNow - kitchen)
    rates[at.element] = (electric - toBread - toWall - toAir) / heater.capacity
    rates[at.wall] = (heater.faces * (toWall + toAir - exchange) - away) / wall.capacity
    rates[at.fuse] = (wallNow + fuseNear * (element - wallNow) - value(state, at.fuse)) / fuseLag
    rates[at.supplied] = heater.faces * electric
    rates[at.lost] = away + (empty ? 0 : value(rates, at.lost))
    rates[at.smoke] =
      (heater.faces * smoke.yield * value(rates, at.charred)) / smoke.kitchen -
      smoke.renewal * value(state, at.smoke)
  }
}

/** Joules in elements, wall and bread above 0 K, as the equations count them; differences are what matters. */
export function storedHeat(state: Float64Array, { depths, dryDensity, empty }: Load): number {
  let heat = heater.faces * heater.capacity * value(state, at.element) + wall.capacity * value(state, at.wall)
  for (let i = 0; i < layers && !empty; i++) {
    const kelvin = value(state, at.temperature + i)
    const mass = heater.faces * faceArea * value(depths, i) * dryDensity
    heat += mass * (2.5 * kelvin * kelvin + 25 * kelvin + value(state, at.water + i) * physics.water * kelvin)
  }
  return heat
}

/**
 * Rates of one half slice, and the watts that leave all of them with vapour (as `lost`). Answers the watts that a face
 * takes from air and walls of the slot.
 */
function breadRates(state: Float64Array, rates: Float64Array, load: Load, radiation: number): number {
  const face = value(state, at.temperature)
  const wallNow = value(state, at.wall)
  const grey = bread.absorptivity * physics.stefanBoltzmann * (1 - heater.toBread)
  const exchange = faceArea * (bread.convection * (wallNow - face) + grey * (wallNow ** 4 - face ** 4))
  const outside = saturationPressure(load.kitchen) / 2
  let inwards = (radiation + exchange) / faceArea
  let vapour = 0
  for (let i = 0; i < layers; i++) {
    const kelvin = value(state, at.temperature + i)
    const water = value(state, at.water + i)
    const onwards = i + 1 < layers ? conduction(state, load, i) : 0
    const leaving = evaporation(kelvin, water, value(load.middles, i), outside)
    const mass = load.dryDensity * value(load.depths, i)
    const heat = dryHeat(kelvin) + water * physics.water
    rates[at.temperature + i] = (inwards - onwards - leaving * physics.evaporation) / (mass * heat)
    rates[at.water + i] = -leaving / mass
    inwards = onwards
    vapour += leaving * (physics.evaporation + physics.water * kelvin)
  }
  rates[at.lost] = heater.faces * faceArea * vapour
  const activity = waterActivity(value(state, at.water), face)
  rates[at.browned] = load.browning * browningRate(face, activity) * (1 - value(state, at.browned))
  rates[at.charred] = charringRate(face, activity) * (1 - value(state, at.charred))
  return exchange
}

/** W/m2 from layer i to the next. */
function conduction(state: Float64Array, load: Load, i: number): number {
  const fall = value(state, at.temperature + i) - value(state, at.temperature + i + 1)
  return fall / (halfResistance(state, load, i) + halfResistance(state, load, i + 1))
}

/** m2 K/W from the middle of a layer to its edge. */
function halfResistance(state: Float64Array, { depths }: Load, i: number): number {
  const { dry, wet } = bread.conductivity
  return value(depths, i) / 2 / (dry + wet * value(state, at.water + i))
}

/** kg/(m2 s) of vapour from a layer at a depth; never back into it, never more than is there. */
function evaporation(kelvin: number, water: number, depth: number, outside: number): number {
  const pressure = waterActivity(water, kelvin) * saturationPressure(kelvin)
  if (pressure <= outside || water <= 0) return 0
  const resistance = 1 / bread.massTransfer + depth / bread.poreDiffusion
  return ((pressure - outside) * physics.molarMass) / (physics.gas * kelvin * resistance)
}

function value(values: ArrayLike<number>, index: number): number {
  return values[index] as number
}
