import { HolonError } from '../../spec/error.ts'
import { requireCount } from '../argument.ts'

/** An interval of values that a parameter may take: seconds, a price, a distance. */
export interface Range {
  readonly from: number
  readonly to: number
  /** How many evenly spaced values are tried first; default 65. Narrower peaks than their distance can be missed. */
  readonly points?: number
}

/** A value and its utility. */
export interface Maximum {
  readonly at: number
  readonly utility: number
}

const golden = (Math.sqrt(5) - 1) / 2
const steps = 60

/**
 * The value of a parameter with the highest utility: of a list of values exactly, over a range the best of evenly
 * spaced ones, refined between its neighbours by golden section (J. Kiefer, 1953), which is exact where the utility has
 * one peak there. Deterministic: the same utility gives the same value, of equally good ones on the list or the grid the
 * smallest. A utility of -Infinity forbids a value.
 *
 * @throws HolonError `input-invalid` for an empty list, a range that is not finite or runs backwards, fewer than 2
 * points, or a utility that is not a number
 * @example
 * ```ts
 * maximize({ from: 0, to: 10 }, (seconds) => -((seconds - 3) ** 2)).at // 3.000
 * maximize([1, 2, 4], (price) => price * (5 - price)) // { at: 2, utility: 6 }
 * ```
 */
export function maximize(among: readonly number[] | Range, utility: (value: number) => number): Maximum {
  if (!isRange(among)) return bestOf(among, utility)
  const { from, to, points = 65 } = among
  requireCount('points', points, 2)
  if (!(from <= to && Number.isFinite(to - from))) {
    throw new HolonError(
      'input-invalid',
      `a range from ${from} to ${to}`,
      'Give finite ends in ascending order.',
    )
  }
  const grid = Array.from({ length: points }, (_, i) =>
    i === points - 1 ? to : from + ((to - from) * i) / (points - 1),
  )
  const best = bestOf(grid, utility)
  const place = grid.indexOf(best.at)
  const refined = narrow(grid[place - 1] ?? best.at, grid[place + 1] ?? best.at, utility)
  return refined.utility > best.utility ? refined : best
}

/**
 * Items from the highest to the lowest utility, equal ones in their own order. For lists whose order is the parameter.
 *
 * @throws HolonError `input-invalid` for a utility that is not a number
 * @example
 * ```ts
 * orderByUtility(['ab', 'abc', 'b'], (word) => word.length) // ['abc', 'ab', 'b']
 * ```
 */
export function orderByUtility<T>(items: readonly T[], utility: (item: T) => number): T[] {
  return items
    .map((item) => ({ item, worth: worthOf(item, utility) }))
    .sort((a, b) => (a.worth === b.worth ? 0 : b.worth - a.worth))
    .map(({ item }) => item)
}

function bestOf(values: readonly number[], utility: (value: number) => number): Maximum {
  let best: Maximum | undefined
  for (const at of values) {
    const worth = worthOf(at, utility)
    if (best === undefined || worth > best.utility || (worth === best.utility && at < best.at)) {
      best = { at, utility: worth }
    }
  }
  if (best !== undefined) return best
  throw new HolonError('input-invalid', 'there are no values to choose from', 'Give at least one value.')
}

function narrow(from: number, to: number, utility: (value: number) => number): Maximum {
  let [low, high] = [from, to]
  let [left, right] = [high - golden * (high - low), low + golden * (high - low)]
  let [atLeft, atRight] = [worthOf(left, utility), worthOf(right, utility)]
  for (let step = 0; step < steps && left < right; step += 1) {
    if (atLeft >= atRight) {
      ;[high, right, atRight] = [right, left, atLeft]
      left = high - golden * (high - low)
      atLeft = worthOf(left, utility)
    } else {
      ;[low, left, atLeft] = [left, right, atRight]
      right = low + golden * (high - low)
      atRight = worthOf(right, utility)
    }
  }
  return atLeft >= atRight ? { at: left, utility: atLeft } : { at: right, utility: atRight }
}

function worthOf<T>(item: T, utility: (item: T) => number): number {
  const worth = utility(item)
  if (!Number.isNaN(worth)) return worth
  throw new HolonError(
    'input-invalid',
    `the utility of ${typeof item === 'number' ? item : 'an item'} is not a number`,
    'Let the utility answer a number for every value.',
  )
}

function isRange(among: readonly number[] | Range): among is Range {
  return !Array.isArray(among)
}
