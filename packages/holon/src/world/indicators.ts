import { type IndicatorPair, pairsOf } from '../measure/indicators/pairs.ts'
import { standingOf } from '../measure/indicators/standing.ts'
import { HolonError } from '../spec/error.ts'
import type { FlightRequest } from '../spec/flight.ts'
import type {
  IndicatorEffect,
  IndicatorStanding,
  IndicatorsDocument,
  SharedEffect,
} from '../spec/indicators.ts'
import type { System } from '../system/system.ts'
import type { World } from './declaration.ts'
import type { SimulateOptions } from './options.ts'
import { simulate } from './simulate.ts'

/** In which worlds, and what is changed in them. */
export interface IndicatorWorldsOptions
  extends Omit<SimulateOptions, 'flights' | 'seed' | 'models' | 'versions' | 'warehouse'> {
  /** So many worlds for each flight, of their own. Default 1. */
  readonly worlds?: number
  /** Of the first; the others follow. Default 1. */
  readonly seed?: number
  /** Default: each variant that a decision declares, against what is declared. */
  readonly flights?: readonly FlightRequest[]
  /** Models and a warehouse for one world, which closes the models. */
  readonly parts?: () => Promise<Pick<SimulateOptions, 'models' | 'versions' | 'warehouse'>>
  /** Called, and waited for, after each world. */
  readonly onWorld?: (done: number, of: number) => unknown
}

/**
 * How well leading indicators tell of the goals they support, in worlds: every flight flies alone to the last day of so
 * many worlds, and what it did there on average is one change. It shows what follows from what the world assumes, and
 * nothing of what it left out.
 *
 * @throws HolonError `input-invalid` where there is nothing to fly; errors as `simulate`
 * @example
 * ```ts excerpt
 * const { pairs } = await rehearseIndicators(shopWorld, { worlds: 10 })
 * pairs.map(({ indicator, verdict }) => `${indicator}: ${verdict}`)
 * ```
 */
export async function rehearseIndicators<S extends System>(
  world: World<S>,
  options: IndicatorWorldsOptions = {},
): Promise<IndicatorsDocument> {
  const { worlds = 1, seed = 1, flights = variantFlights(world.system) } = options
  if (flights.length === 0)
    throw new HolonError(
      'input-invalid',
      `No decision of "${world.system.name}" declares a variant, so there is nothing to fly.`,
      'Give flights, or declare `variants`.',
    )
  const documents: IndicatorsDocument[] = []
  for (const flight of flights)
    for (let place = 0; place < worlds; place++) {
      // In one world all flights would have the same control, and err together.
      documents.push(await flown(world, flight, { ...options, seed: seed + documents.length }))
      await options.onWorld?.(documents.length, flights.length * worlds)
    }
  return together(world.system, documents)
}

/** Each variant of each decision against what is declared, all people in it. */
function variantFlights({ decisions }: System): readonly FlightRequest[] {
  return decisions.flatMap(({ name, variants }) =>
    variants.map((variant, i) => ({
      // Names of variants may differ in what no name of a flight has.
      name: `${name}-${i + 1}-${variant.name}`.replace(/[^A-Za-z0-9]+/g, '-'),
      about: variant.does,
      decision: name,
      arms: { declared: {}, varied: { variant: variant.name } },
      share: 1,
      ...signed,
    })),
  )
}

const signed = { by: 'a rehearsal', reason: 'to see what its indicators tell' }

/** One flight in one world, ended on its last day. */
async function flown(
  world: World,
  flight: FlightRequest,
  { worlds: _, flights: __, parts, onWorld: ___, ...options }: IndicatorWorldsOptions,
): Promise<IndicatorsDocument> {
  const simulation = await simulate(world, { ...options, ...(await parts?.()), flights: [flight] })
  try {
    await simulation.run()
    await simulation.running.stopFlight(flight.name, signed)
    return await simulation.running.indicators()
  } finally {
    await simulation.close()
  }
}

/** What a flight did in all worlds, as one change. */
function together(system: System, documents: readonly IndicatorsDocument[]): IndicatorsDocument {
  const all = documents.flatMap(({ pairs }) => pairs)
  return {
    system: system.name,
    at: documents[0]?.at ?? 0,
    pairs: pairsOf(system.goals).map((pair) => standingOf(pair, averaged(pair, all))),
  }
}

function averaged(pair: IndicatorPair, all: readonly IndicatorStanding[]): readonly IndicatorEffect[] {
  const own = all.flatMap((one) =>
    one.indicator === pair.indicator && one.goal === pair.goal ? one.effects : [],
  )
  return [...Map.groupBy(own, ({ flight, arm }) => JSON.stringify([flight, arm])).values()].flatMap(meanOf)
}

function meanOf(effects: readonly IndicatorEffect[]): readonly IndicatorEffect[] {
  const [first] = effects
  if (first === undefined) return []
  const n = effects.length
  const sum = (of: (one: IndicatorEffect) => number): number =>
    effects.reduce((total, one) => total + of(one), 0)
  const mean = (of: (one: IndicatorEffect) => SharedEffect): SharedEffect => ({
    estimate: sum((one) => of(one).estimate) / n,
    deviation: Math.sqrt(sum((one) => of(one).deviation ** 2)) / n,
  })
  return [
    {
      ...{ flight: first.flight, arm: first.arm, worlds: n },
      ...{ indicator: mean((one) => one.indicator), goal: mean((one) => one.goal) },
      covariance: sum((one) => one.covariance) / (n * n),
    },
  ]
}
