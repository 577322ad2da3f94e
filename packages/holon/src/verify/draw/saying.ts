import type { Random } from '../../spec/ports.ts'
import type { ModelPart } from '../../system/model.ts'
import type { Saying } from '../story.ts'
import { chance, one, spread, whole } from './pick.ts'

type AnyModel = ModelPart<never, unknown>

/** What plays a model: says one thing after the other. */
export type Adversary = () => Saying

/** All ways to play a model, by name. The searching one is not here: it varies what these said. */
const adversaries: Readonly<
  Record<string, (model: AnyModel, random: Random, landmarks: readonly number[]) => Adversary>
> = {
  random: (model, random, landmarks) => () => ({ says: usable(model, random, landmarks) }),
  worst: (model, random, landmarks) => () => ({ says: edge(model, random, landmarks) }),
  unusable: (model, random) => () => ({ says: nonsense(model, random) }),
  stuck: (model, random, landmarks) => {
    const says = any(model, random, landmarks)
    return () => ({ says })
  },
  oscillating: (model, random, landmarks) => {
    const says = [any(model, random, landmarks), any(model, random, landmarks)]
    let turn = 0
    return () => ({ says: says[turn++ % 2] })
  },
  slow: (model, random, landmarks) => () => ({
    says: usable(model, random, landmarks),
    after: Math.round(model.deadline * one([0, 0.5, 1, 1.1, 2, 100], random)),
  }),
  failing: (model, random) => () => {
    if (chance(0.3, random)) return { hangs: true }
    return chance(0.5, random)
      ? { throws: true }
      : { throws: true, after: Math.round(model.deadline * 2 * random.next()) }
  },
}

const names = Object.keys(adversaries)

/** One way to play a model, or all of them in turn. */
export function drawAdversary(model: AnyModel, random: Random, landmarks: readonly number[]): Adversary {
  if (chance(0.25, random)) return () => castOne(model, random, landmarks)()
  return castOne(model, random, landmarks)
}

function castOne(model: AnyModel, random: Random, landmarks: readonly number[]): Adversary {
  const cast = adversaries[one(names, random)] as (typeof adversaries)[string]
  return cast(model, random, landmarks)
}

const any = (model: AnyModel, random: Random, landmarks: readonly number[]): unknown => {
  const kind = random.next()
  if (kind < 0.1) return nonsense(model, random)
  return kind < 0.5 ? edge(model, random, landmarks) : usable(model, random, landmarks)
}

/** Something the model might really say. */
function usable({ predicts }: AnyModel, random: Random, landmarks: readonly number[]): unknown {
  switch (predicts.kind) {
    case 'probability':
      return random.next()
    case 'number':
      return chance(0.3, random) && landmarks.length > 0
        ? one(landmarks, random) * (0.5 + random.next())
        : spread(1e-3, 1e6, random) * one([1, 1, -1], random)
    case 'classes':
      return distribution(predicts.classes ?? [], random)
  }
}

function distribution(names: readonly string[], random: Random): Readonly<Record<string, number>> {
  const sharpness = one([0.3, 1, 4], random)
  const weights = names.map(() => random.next() ** (1 / sharpness) + 1e-9)
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return Object.fromEntries(names.map((name, index) => [name, (weights[index] ?? 0) / sum]))
}

/** The most it can say in some direction, or just beside a number that means something. */
function edge({ predicts }: AnyModel, random: Random, landmarks: readonly number[]): unknown {
  switch (predicts.kind) {
    case 'probability':
      return one([0, 1, 0.5, 1e-12, 1 - 1e-12, ...landmarks.filter((at) => at >= 0 && at <= 1)], random)
    case 'number':
      return one([0, 1, -1, 1e300, -1e300, 5e-324, ...landmarks], random)
    case 'classes': {
      const names = predicts.classes ?? []
      const certain = one(names, random)
      const doubt = chance(0.3, random) ? random.next() / 2 : 0
      const other = one(names, random)
      return Object.fromEntries(
        names.map((name) => [name, (name === certain ? 1 - doubt : 0) + (name === other ? doubt : 0)]),
      )
    }
  }
}

/** What no model of its kind may say. */
function nonsense({ predicts }: AnyModel, random: Random): unknown {
  const wrong = [
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    null,
    undefined,
    'high',
    '0.5',
    [],
    [0.5],
    {},
    true,
  ]
  if (predicts.kind === 'probability') return one([...wrong, -1e-9, 1 + 1e-9, 17, -3], random)
  if (predicts.kind === 'number') return one(wrong, random)
  const all = predicts.classes ?? []
  const level = Object.fromEntries(all.map((name) => [name, 1]))
  const poisoned = { ...level, [one(all, random)]: one([Number.NaN, -1, 2], random) }
  return one([...wrong, level, poisoned, { ...level, unknown: 0 }, whole(0, 5, random)], random)
}
