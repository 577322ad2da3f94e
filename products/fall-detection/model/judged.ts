import { center, momentsIn } from '../domain/moment.ts'
import { type Reading, readingsIn, strengthOf } from '../domain/reading.ts'
import { shapeOf } from '../domain/shape.ts'
import { type FallFeatures, fallFeatures } from './features.ts'
import type { Trial } from './trials.ts'

/** A moment of a trial, as the model learns from it. */
export interface Judged {
  readonly features: FallFeatures
  /** Whether it is the impact of a fall. */
  readonly label: 0 | 1
  /** Index of its trial. */
  readonly trial: number
  /** Index of its strongest reading within the trial. */
  readonly at: number
}

/** A moment that near the strongest reading of a fall, in readings, is its impact. */
const near = readingsIn(1)

/** Every moment of every trial, each trial played as a stream of its own. */
export function judgedMoments(trials: readonly Trial[]): readonly Judged[] {
  return trials.flatMap(({ readings, fall }, trial) => {
    const impact = strongest(readings)
    return momentsOf(readings).map(({ features, at }) => ({
      features,
      label: fall && Math.abs(at - impact) <= near ? 1 : 0,
      trial,
      at,
    }))
  })
}

/** A moment of a stream: where it is, how strong its impact was in g, and its features. */
export interface Found extends Pick<Judged, 'features' | 'at'> {
  readonly strength: number
}

/** The moments of a stream, in order. */
export function momentsOf(readings: readonly Reading[]): readonly Found[] {
  return momentsIn(readings).map((moment) => ({
    features: fallFeatures(shapeOf(moment)),
    at: moment.at,
    strength: moment.span.strength[center] as number,
  }))
}

/** Index of the strongest reading. */
function strongest(readings: readonly Reading[]): number {
  let best = 0
  let most = 0
  for (const [i, reading] of readings.entries()) {
    const strength = strengthOf(reading)
    if (strength > most) [best, most] = [i, strength]
  }
  return best
}
