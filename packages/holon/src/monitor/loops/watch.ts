import { type Duration, inMilliseconds } from '../../spec/duration.ts'
import type { Value } from '../../spec/expression.ts'
import type { Json, JsonObject } from '../../spec/json.ts'
import type { Influenced, LoopOptions } from '../../spec/loops.ts'
import type { Expression } from '../../spec/measure.ts'
import type { DecisionPart } from '../../system/decision.ts'
import { influenced, nameOf } from '../../system/influenced.ts'
import type { LoopPart } from '../../system/surroundings.ts'
import type { System } from '../../system/system.ts'

/** One question that is asked of the log: do the actions of a decision point change this one thing, this much later? */
export interface Watch {
  readonly from: DecisionPart
  readonly acts: readonly string[]
  /** What is compared with itself over time; undefined: the person. */
  readonly unit: Expression | undefined
  readonly target: Influenced
  readonly of: Expression
  readonly delay: Duration
  /** Age at which a label is taken as it is. */
  readonly settles: Duration | undefined
  /** Name of the declared loop it is about. */
  readonly loop?: string
}

const usualDelays: readonly Duration[] = ['1 hour', '1 day', '1 week']

/**
 * Everything that is watched in a system, declared loops first: of every decision point what its model says, its public
 * inputs that are numbers or truths, and its labels, each after every delay. The list follows from the declaration and the
 * options alone, never from the data, so that the rate of false alarms holds.
 */
export function watchesOf(system: System, options: LoopOptions = {}): readonly Watch[] {
  const declared = system.loops.flatMap((loop) => declaredWatches(loop, options))
  const same = new Set(declared.map(keyOf))
  const others = system.decisions.flatMap((from) => {
    const loops = system.loops.filter((loop) => loop.from.name === from.name)
    const delays = options.delays ?? delaysOf(loops)
    return targetsOf(from).flatMap((value) =>
      delays.map((delay) =>
        watch(from, value, delay, loops.find((loop) => loop.acts)?.acts, unitOf(from, loops, options)),
      ),
    )
  })
  return [...declared, ...others.filter((one) => !same.has(keyOf(one)))]
}

const keyOf = ({ from, target, delay }: Watch): string =>
  JSON.stringify([from.name, target.decision, target.kind, target.name, inMilliseconds(delay)])

function declaredWatches(loop: LoopPart, options: LoopOptions): readonly Watch[] {
  const values = loop.influences ?? (loop.from.model?.name === loop.to.name ? [predictionOf(loop.from)] : [])
  return values.map((value) => ({
    ...watch(loop.from, value, loop.delay, loop.acts, unitOf(loop.from, [loop], options)),
    loop: loop.name,
  }))
}

function watch(
  from: DecisionPart,
  value: Pick<Value, 'decision' | 'node'>,
  delay: Duration,
  acts: readonly string[] | undefined,
  unit: Expression | undefined,
): Watch {
  const target = influenced(value)
  const within = from.feedbackParts.find((one) => target.kind === 'label' && one.name === target.name)?.within
  const sooner = within !== undefined && inMilliseconds(within) < inMilliseconds(delay) ? within : delay
  return {
    ...{ from, acts: acts ?? actsOf(from), unit, target, of: value.node, delay },
    settles: target.kind === 'label' ? sooner : undefined,
  }
}

/** Not silent; where nothing is silent, not the fallback. */
function actsOf({ experiences, fallback }: DecisionPart): readonly string[] {
  const loud = experiences.filter(({ style }) => style !== 'silent')
  const acting = loud.length < experiences.length ? loud : loud.filter(({ name }) => name !== fallback)
  return acting.map(({ name }) => name)
}

function unitOf(
  { dataClasses }: DecisionPart,
  loops: readonly LoopPart[],
  { unit }: LoopOptions,
): Expression | undefined {
  if (unit !== undefined && dataClasses[unit] === 'public') return { op: 'context', path: [unit] }
  return loops.find((loop) => loop.unit !== undefined)?.unit?.node
}

function delaysOf(loops: readonly LoopPart[]): readonly Duration[] {
  const delays = new Map(loops.map(({ delay }) => [inMilliseconds(delay), delay]))
  return delays.size > 0 ? [...delays.values()] : usualDelays
}

const predictionOf = ({ name }: DecisionPart) => ({ decision: name, node: { op: 'prediction' } as const })

function targetsOf(from: DecisionPart): readonly Pick<Value, 'decision' | 'node'>[] {
  const own = (node: Expression) => ({ decision: from.name, node })
  const inputs = Object.entries(from.dataClasses)
    .filter(([name, dataClass]) => dataClass === 'public' && isMeasurable(propertyOf(from, name)))
    .map(([name]) => own({ op: 'context', path: [name] }))
  const labels = from.feedbackParts
    .filter(({ dataClass, valueSchema }) => dataClass === 'public' && isMeasurable(valueSchema))
    .map(({ name }) => own({ op: 'feedback', name }))
  const scores =
    from.model?.predicts.kind === 'classes' || from.model === undefined ? [] : [predictionOf(from)]
  return [...scores, ...inputs, ...labels]
}

function propertyOf({ contextJsonSchema }: DecisionPart, name: string): Json | undefined {
  const { properties } = contextJsonSchema
  return isObject(properties) ? properties[name] : undefined
}

const isObject = (json: Json | undefined): json is JsonObject =>
  typeof json === 'object' && json !== null && !Array.isArray(json)

const isMeasurable = (schema: Json | undefined): boolean =>
  isObject(schema) && ['number', 'integer', 'boolean'].some((type) => type === schema.type)

/** The name of what is compared with itself. */
export const unitName = (unit: Expression | undefined): string =>
  unit === undefined ? 'person' : nameOf(unit)
