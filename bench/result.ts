/** One line of the table: what was measured, and against what in the same run. */
export interface BenchResult {
  readonly name: string
  readonly unit: string
  readonly subject: number
  readonly peer: string
  readonly peerValue: number
  /** subject / peerValue, medians of interleaved rounds. */
  readonly ratio: number
  /** The budget in words, for example `<= 0.6`. */
  readonly budget: string
  readonly higherIsBetter: boolean
}

/** Middle value; the mean of the two middle ones of an even number. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}
