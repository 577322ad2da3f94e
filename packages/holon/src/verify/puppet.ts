import type { Attribution, Features, Model } from '../spec/model.ts'
import type { Clock } from '../spec/ports.ts'
import type { DecisionPart } from '../system/decision.ts'
import type { ModelPart } from '../system/model.ts'
import type { Saying } from './story.ts'

/** A model that does what a story says, one saying after the other. */
export interface Puppet {
  readonly model: Model
  /** Replaces what is still to be said, plain answers where nothing is given; what comes after the last repeats it. */
  play(sayings: readonly (Saying | undefined)[]): void
  /** Whether somebody may still wait for what it was asked: it has not answered, and its deadline is to come. */
  readonly isAwaited: boolean
}

/** What says the least: the simplest answer a model of this kind can give. */
export function plainAnswer({ predicts }: ModelPart<never, unknown>): unknown {
  if (predicts.kind !== 'classes') return 0
  const names = predicts.classes ?? []
  return Object.fromEntries(names.map((name, index) => [name, index === 0 ? 1 : 0]))
}

/** Stands in for a model of a decision. */
export function puppet(decision: DecisionPart, calibrated: boolean, clock: Clock): Puppet {
  const part = decision.model as ModelPart<never, unknown>
  const plain = { says: plainAnswer(part) }
  let left: Saying[] = []
  let last: Saying = plain
  let awaitedUntil = 0
  const model: Model = {
    version: { name: part.name, version: 'adversary', kind: 'function' },
    ...(calibrated && { calibration: { method: 'isotonic', x: [0, 1], y: [0, 1] } }),
    ...referenceOf(decision),
    predict: (_features) => {
      last = left.shift() ?? last
      if ('hangs' in last || last.after !== undefined) awaitedUntil = clock.monotonic() + part.deadline
      return act(last, clock)
    },
  }
  return {
    model,
    get isAwaited() {
      return clock.monotonic() < awaitedUntil
    },
    play: (sayings) => {
      left = sayings.map((saying) => saying ?? plain)
      last = plain
    },
  }
}

function act(saying: Saying, clock: Clock): unknown {
  if ('hangs' in saying) return new Promise(() => undefined)
  if (saying.after === undefined) return finish(saying)
  const { after } = saying
  return new Promise((resolve) => clock.after(after, () => resolve(undefined))).then(() => finish(saying))
}

function finish(saying: Exclude<Saying, { readonly hangs: true }>): unknown {
  if ('throws' in saying) throw new RangeError('the adversary throws')
  return saying.says
}

/** Reasons for what it says, as a model that can be explained gives them: every feature that is not as usual counts. */
function referenceOf({
  example,
  features,
  contextSchema,
}: DecisionPart): Pick<Model, 'reference' | 'explain'> {
  const usual = contextSchema['~standard'].validate(example)
  if (features === undefined || usual instanceof Promise || usual.issues !== undefined) return {}
  return { reference: features(usual.value), explain: attribute }
}

function attribute(features: Features, reference: Features): Attribution {
  const contributions = Object.entries(features).flatMap(([feature, value], index) => {
    const usually = reference[feature]
    if (usually === undefined || usually === value) return []
    return [{ feature, value, reference: usually, by: index % 3 === 2 ? -0.5 : 1 }]
  })
  const value = contributions.reduce((sum, { by }) => sum + by, 0)
  return { unit: 'log-odds', base: 0, value, contributions }
}
