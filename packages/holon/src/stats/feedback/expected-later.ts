/** What is known before an action of what will come later. */
export interface Before {
  readonly propensity: number
  /** The value itself when acting; absent where it is seen only later. */
  readonly value?: number
  /** Mean of the unit's values until then. */
  readonly mean?: number
}

/** A running forecast of later values from what was known before the action. */
export interface ExpectedLater {
  /** The forecast, and how many units of spread a later value is from it; undefined while too little was learned. */
  expect(before: Before): { readonly value: number; readonly spread: number } | undefined
  /** Learns from an action that is over. */
  learn(before: Before, later: number): void
}

/** Actions that are over before anything is forecast, and once more before spreads are trusted. */
const least = 10

/**
 * Least squares of the later value on the value when acting, the unit's mean and the propensity, refitted as actions
 * are over. What can be foreseen is not noise any more, so a weaker influence shows; a poor forecast costs power, never
 * truth, because it does not know the action.
 */
export function expectedLater(): ExpectedLater {
  const size = 4
  const products = Array.from({ length: size }, () => new Float64Array(size + 1))
  const errors = { n: 0, squares: 0 }
  let learned = 0
  let fit: readonly number[] | undefined
  let centre = 0

  const rowOf = ({ propensity, value, mean }: Before): readonly number[] => {
    const known = value ?? mean ?? centre
    return [1, known - centre, (mean ?? known) - centre, propensity]
  }
  const forecastOf = (row: readonly number[]): number | undefined => {
    if (learned < least) return undefined
    fit ??= solve(products)
    return fit.reduce((sum, weight, index) => sum + weight * (row[index] ?? 0), centre)
  }
  return {
    expect(before) {
      const value = forecastOf(rowOf(before))
      if (value === undefined || errors.n < least) return undefined
      return { value, spread: Math.sqrt(errors.squares / errors.n) }
    },
    learn(before, later) {
      if (learned === 0) centre = later
      const row = rowOf(before)
      const value = forecastOf(row)
      if (value !== undefined) {
        errors.n += 1
        errors.squares += (later - value) ** 2
      }
      const answered = [...row, later - centre]
      for (const [i, line] of products.entries()) {
        const one = row[i] ?? 0
        for (let j = 0; j <= size; j += 1) line[j] = (line[j] ?? 0) + one * (answered[j] ?? 0)
      }
      learned += 1
      fit = undefined
    },
  }
}

/** Gaussian elimination of symmetric equations, with a touch of ridge where columns say the same. */
function solve(products: readonly Float64Array[]): readonly number[] {
  const size = products.length
  const lines = products.map((line, i) => {
    const copy = line.slice()
    copy[i] = (copy[i] ?? 0) * (1 + 1e-9) + 1e-12
    return copy
  })
  for (let pivot = 0; pivot < size; pivot += 1) {
    const top = lines[pivot] ?? []
    for (let below = pivot + 1; below < size; below += 1) {
      const line = lines[below] ?? []
      const factor = (line[pivot] ?? 0) / (top[pivot] ?? 1)
      for (let j = pivot; j <= size; j += 1) line[j] = (line[j] ?? 0) - factor * (top[j] ?? 0)
    }
  }
  const answer = new Array<number>(size).fill(0)
  for (let i = size - 1; i >= 0; i -= 1) {
    const line = lines[i] ?? []
    let rest = line[size] ?? 0
    for (let j = i + 1; j < size; j += 1) rest -= (line[j] ?? 0) * (answer[j] ?? 0)
    answer[i] = rest / (line[i] ?? 1)
  }
  return answer
}
