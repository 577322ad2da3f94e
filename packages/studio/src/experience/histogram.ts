import type { Case } from './cases.ts'

/** How many predictions fell into [from, to), by what their people would meet. The last bin holds its end too. */
export interface Bin {
  readonly from: number
  readonly to: number
  readonly n: number
  /** In the order of the experiences given. */
  readonly counts: readonly number[]
}

/** The predictions that really came, in bins of equal width over the range; those outside or without a number are left out. */
export function histogramOf(
  cases: readonly Case[],
  experiences: readonly string[],
  bins: number,
  [least, most]: readonly [number, number] = [0, 1],
): readonly Bin[] {
  const width = (most - least) / bins
  const counts = Array.from({ length: bins }, () => experiences.map(() => 0))
  for (const { prediction, proposed } of cases) {
    if (typeof prediction !== 'number' || !(prediction >= least && prediction <= most)) continue
    const bin = counts[Math.min(bins - 1, Math.floor((prediction - least) / width))]
    const place = experiences.indexOf(proposed)
    if (bin !== undefined && place !== -1) bin[place] = (bin[place] ?? 0) + 1
  }
  return counts.map((one, index) => ({
    from: least + index * width,
    to: index === bins - 1 ? most : least + (index + 1) * width,
    n: one.reduce((sum, count) => sum + count, 0),
    counts: one,
  }))
}

/** The range of the predictions, widened where they are all alike; undefined without any. */
export function rangeOf(cases: readonly Case[]): readonly [number, number] | undefined {
  const numbers = cases.flatMap(({ prediction }) => (typeof prediction === 'number' ? [prediction] : []))
  if (numbers.length === 0) return undefined
  const least = Math.min(...numbers)
  const most = Math.max(...numbers)
  return least === most ? [least - 0.5, most + 0.5] : [least, most]
}
