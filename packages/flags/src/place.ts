import type { DecisionDocument, Json, JsonObject, Running } from 'holon'
import { FlagError } from './failure.ts'
import type { FlagType } from './words.ts'

/** A decision as a flag: everything about it that does not change while its system runs. */
export interface Place {
  readonly system: Running
  readonly decision: DecisionDocument
  /** Names of what a person's evaluation context may give it. */
  readonly fields: readonly string[]
  /** Schemas of each parameter, over the experiences that declare it. */
  readonly parameters: ReadonlyMap<string, readonly JsonObject[]>
  /** Its experiences carry a `value`: it was declared as a flag. */
  readonly isFlag: boolean
  /** Nothing that is known when deciding can change the answer. */
  readonly isStatic: boolean
  /** It counts what one person met, so it has to know who it is. */
  readonly needsPerson: boolean
  /** Deciding sets something in motion: a ladder, a case, a count. */
  readonly hasConsequences: boolean
}

/** A decision and the part of its answer that a key asks for. */
export interface Asked {
  readonly place: Place
  /** A parameter, or `on` or `answer`; absent where the key is the decision's name. */
  readonly part?: string
}

export function placeOf(system: Running, decision: DecisionDocument): Place {
  const parameters = parametersOf(decision)
  const fields = Object.keys(propertiesOf(decision.contextSchema))
  const remembers = decision.limits.length > 0 || decision.habituation !== undefined
  const needsPerson = remembers || decision.ladder !== undefined
  const isKnown = decision.model === undefined && fields.length === 0 && decision.guardrails.length === 0
  return {
    system,
    decision,
    fields,
    parameters,
    isFlag: parameters.has('value'),
    isStatic: isKnown && !needsPerson,
    needsPerson,
    hasConsequences: needsPerson || decision.experiences.some(({ handsOver }) => handsOver !== undefined),
  }
}

function parametersOf({ experiences }: DecisionDocument): ReadonlyMap<string, readonly JsonObject[]> {
  const found = new Map<string, JsonObject[]>()
  for (const { parametersSchema = {} } of experiences) {
    for (const [name, schema] of Object.entries(propertiesOf(parametersSchema))) {
      found.set(name, [...(found.get(name) ?? []), isObject(schema) ? schema : {}])
    }
  }
  return found
}

function propertiesOf({ properties = {} }: JsonObject): JsonObject {
  return isObject(properties) ? properties : {}
}

const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Refuses a type that the key can never give, before anything is decided and recorded.
 *
 * @throws FlagError `TYPE_MISMATCH`
 */
export function demandType({ place, part }: Asked, wanted: FlagType): void {
  const possible = typesOf(place, part)
  if (wanted === 'any' || possible === undefined || possible.has(wanted)) return
  throw mismatch(wanted, [...possible].join(' or '))
}

export const mismatch = (wanted: FlagType, possible: string): FlagError =>
  new FlagError('TYPE_MISMATCH', `The flag is no ${wanted}.`, `Ask for its ${possible}.`)

/** Types a key may give; undefined where its schema does not say. */
function typesOf(place: Place, part: string | undefined): ReadonlySet<FlagType> | undefined {
  const schemas = place.parameters.get(part ?? 'value')
  if (schemas !== undefined) {
    const types = schemas.map(({ type }) => (typeof type === 'string' ? jsonTypes[type] : undefined))
    return types.includes(undefined) ? undefined : new Set(types.filter((type) => type !== undefined))
  }
  if (part === undefined) return new Set(['boolean', 'string', 'object'])
  return new Set([part === 'on' ? 'boolean' : 'object'])
}

const jsonTypes: Readonly<Record<string, FlagType>> = {
  boolean: 'boolean',
  string: 'string',
  number: 'number',
  integer: 'number',
  object: 'object',
  array: 'object',
}
