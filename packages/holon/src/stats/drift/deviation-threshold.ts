import { HolonError } from '../../spec/error.ts'

/** Where a measured value becomes an alert; a side left out has no limit. */
export interface Limits {
  readonly lower?: number
  readonly upper?: number
}

/** The middle of a reference period from which deviations are counted. */
export type Offset = 'mean' | 'median' | 'min' | 'max'

/**
 * Alert limits from a reference period: an offset minus and plus multiples of the population standard
 * deviation. NaN values are left out; a multiple left out sets no limit on its side.
 */
export function deviationLimits(
  values: readonly number[],
  { lower, upper, offset = 'mean' }: { lower?: number; upper?: number; offset?: Offset },
): Limits {
  for (const multiple of [lower, upper]) {
    if (multiple !== undefined && !(multiple >= 0)) {
      throw new HolonError('input-invalid', `the multiple is ${multiple}`, 'Give multiples of at least 0.')
    }
  }
  const known = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b)
  const middle = middleOf(known, offset)
  const deviation = populationDeviation(known)
  return {
    ...(lower === undefined ? {} : { lower: middle - lower * deviation }),
    ...(upper === undefined ? {} : { upper: middle + upper * deviation }),
  }
}

function middleOf(sorted: readonly number[], offset: Offset): number {
  const at = (index: number): number => sorted[index] ?? Number.NaN
  const half = (sorted.length - 1) / 2
  switch (offset) {
    case 'mean':
      return mean(sorted)
    case 'median':
      return (at(Math.floor(half)) + at(Math.ceil(half))) / 2
    case 'min':
      return at(0)
    case 'max':
      return at(sorted.length - 1)
  }
}

function populationDeviation(values: readonly number[]): number {
  const centre = mean(values)
  return Math.sqrt(mean(values.map((value) => (value - centre) ** 2)))
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
