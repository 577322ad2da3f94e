import type { JsonObject, SimulationRequest, SimulationSummary, WorldDocument } from 'holon'
import type { Field, Shape } from '../../form/shape.ts'

/** What somebody chose before a run; what is absent is as the world usually has it. */
export interface Asked {
  readonly people: number | undefined
  readonly days: number | undefined
  readonly seed: number | undefined
  readonly version: string
  /** The version it is compared with. */
  readonly against: string | undefined
  readonly scenarios: readonly string[]
  readonly settings: JsonObject
}

const usual: Asked = {
  people: undefined,
  days: undefined,
  seed: undefined,
  version: 'current',
  against: undefined,
  scenarios: [],
  settings: {},
}

/** What a form begins with: a run like another, or as usual. */
export function askedLike(like?: SimulationSummary['request']): Asked {
  if (like === undefined) return usual
  const { people, days, seed, version = 'current', compare, scenarios = [], settings = {} } = like
  return {
    people,
    days,
    seed,
    version: compare?.[0] ?? version,
    against: compare?.[1],
    scenarios,
    settings,
  }
}

/** What is sent. */
export function requestOf(asked: Asked): SimulationRequest {
  const { people, days, seed, version, against, scenarios, settings } = asked
  return {
    ...(people !== undefined && { people }),
    ...(days !== undefined && { days }),
    ...(seed !== undefined && { seed }),
    ...(scenarios.length > 0 && { scenarios }),
    ...(Object.keys(settings).length > 0 && { settings: plain(settings) }),
    ...(against === undefined ? { version } : { compare: [version, against] as const }),
  }
}

function plain(settings: JsonObject): NonNullable<SimulationRequest['settings']> {
  return Object.fromEntries(
    Object.entries(settings).flatMap(([name, value]) =>
      typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string'
        ? [[name, value]]
        : [],
    ),
  )
}

/** The settings of a world as fields of a form; each may be left as it usually is. */
export function fieldsOf({ settings }: WorldDocument): readonly Field[] {
  return Object.entries(settings).map(([name, value]) => ({
    name,
    title: undefined,
    description: undefined,
    required: false,
    usual: value,
    shape: shapeFor(value),
  }))
}

function shapeFor(value: number | boolean | string): Shape {
  if (typeof value === 'boolean') return { kind: 'boolean' }
  if (typeof value === 'string') return { kind: 'text', longest: undefined, format: undefined }
  return { kind: 'number', integer: false, least: undefined, most: undefined }
}
