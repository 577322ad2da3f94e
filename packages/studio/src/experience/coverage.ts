import type { JsonObject } from 'holon'

/** A point of the curve of risk against coverage. */
export interface CoveragePoint {
  readonly coverage: number
  readonly risk: number
  readonly interval: { readonly lower: number; readonly upper: number }
}

/** What a selective policy tells of its promise. */
export interface Selective {
  readonly handOver: string
  readonly promise: { readonly wrongAtMost: number; readonly confidence: number }
  readonly certified: boolean
  /** Sureness from which it decides alone, and what that meant on the calibration cases; where certified. */
  readonly threshold?: number
  readonly coverage?: number
  readonly risk?: number
  readonly n: number
  /** Why it cannot promise, and how many cases without a mistake it would take at least. */
  readonly because?: 'too-few-cases' | 'too-often-wrong'
  readonly needed?: number
  readonly curve: readonly CoveragePoint[]
}

/** The promise in the options of a policy; undefined where it makes none. */
export function selectiveOf(policy: {
  readonly kind: string
  readonly options: JsonObject
}): Selective | undefined {
  return policy.kind === 'selective' ? (policy.options as unknown as Selective) : undefined
}

/** Why a promise cannot be made, in a sentence. */
export function cannotBecause({ because, n, needed }: Selective): string {
  if (because === 'too-few-cases') {
    return `${n} calibration cases are too few: even without a single mistake it would take ${needed ?? 'more'}.`
  }
  return `On ${n} calibration cases it is wrong too often, even where it is surest.`
}
