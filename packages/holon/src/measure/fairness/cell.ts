import type { FairnessEstimate, FairnessNumber } from '../../spec/fairness.ts'
import type { Measure, Statistics } from '../../spec/measure.ts'
import type { Located } from '../../stats/interval/contrast.ts'
import { meanInterval } from '../../stats/interval/mean.ts'
import { meanShareInterval } from '../../stats/interval/mean-share.ts'
import { wilsonInterval } from '../../stats/interval/wilson.ts'
import { momentsFromSums } from '../../stats/moments.ts'
import { estimate } from '../estimate.ts'

/** A measure with what a warehouse answered for it. */
export interface Answered {
  readonly measure: Measure
  readonly statistics: Statistics
}

/** A group before anything is concluded: its name, its size, and its statistics by number. */
export interface Cell {
  readonly is: readonly string[]
  readonly n: number
  readonly answers: ReadonlyMap<FairnessNumber, Answered>
  readonly met: ReadonlyMap<string, Answered>
}

/** How a group is called in a sentence. */
export const nameOf = ({ is }: Pick<Cell, 'is'>): string => is.join(' · ')

/** The estimate, or nothing but the size where there are fewer observations than `minimum`. */
export function toldOf({ measure, statistics }: Answered, minimum: number): FairnessEstimate {
  const { value, interval, n } = estimate(measure, statistics)
  return n < minimum ? { value: null, interval: null, n } : { value, interval, n }
}

/** A mean or a share with its interval at a confidence, for comparisons; undefined below `minimum` observations. */
export function located(
  answered: Answered | undefined,
  confidence: number,
  minimum: number,
): (Located & { readonly n: number }) | undefined {
  if (answered?.statistics.kind !== 'moments') return undefined
  const { n, sum, squares } = answered.statistics
  if (n < minimum || n === 0) return undefined
  const moments = momentsFromSums({ n, sum, sumSquares: squares })
  const { op, per } = answered.measure
  if (op === 'rate' && per === 'decision') return { value: sum / n, n, ...wilsonInterval(sum, n, confidence) }
  const interval = op === 'rate' ? meanShareInterval : meanInterval
  return { value: moments.mean, n, ...interval(moments, confidence) }
}
