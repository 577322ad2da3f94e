import type { Features } from '../spec/model.ts'
import type { Fault } from './moment.ts'
import type { Source } from './plan.ts'

/** Stage 1: the pure function of the product turns the context into the row its model reads. */
export function makeFeatures(source: Source, context: unknown): Features | Fault {
  try {
    return source.features(context)
  } catch (error) {
    return { code: 'features-failed', message: error instanceof Error ? error.message : String(error) }
  }
}

/** Tells a fault from a row of features. */
export const isFault = (made: Features | Fault): made is Fault =>
  (made as Fault).code === 'features-failed' && typeof (made as Fault).message === 'string'
