import { HolonError } from '../../spec/error.ts'
import type { Distribution } from '../exploration/exploration.ts'

/**
 * SquareCB (D. Foster, A. Rakhlin, Beyond UCB, 2020): an action that is expected to earn less than the best by a gap is
 * taken with probability 1 / (n + gamma * gap), n being the number of actions; the best gets the rest, shared evenly among
 * equals. Regret is of the order of the square root of time when `gamma` grows like that.
 *
 * @param expected what each action is expected to earn, on a scale from 0 to 1
 * @param gamma 0 draws evenly; the higher, the more only what is expected counts
 * @throws HolonError `input-invalid` for no action, an expectation that is not finite, a gamma below 0 or not finite
 * @example
 * ```ts
 * import { squareCb } from 'holon/stats'
 * squareCb([0.5, 0.3], 10) // [0.75, 0.25]
 * ```
 */
export function squareCb(expected: readonly number[], gamma: number): Distribution {
  requireExpectations(expected)
  if (!(gamma >= 0 && gamma < Infinity))
    throw new HolonError('input-invalid', `gamma is ${gamma}`, 'Give a finite number from 0.')
  const most = Math.max(...expected)
  const equals = expected.filter((one) => one === most).length
  const shares = expected.map((one) => 1 / (expected.length + gamma * (most - one)))
  const others = shares.reduce((sum, share, i) => (expected[i] === most ? sum : sum + share), 0)
  return shares.map((share, i) => (expected[i] === most ? (1 - others) / equals : share))
}

/** At least one finite number. @throws HolonError `input-invalid` */
export function requireExpectations(expected: readonly number[]): void {
  if (expected.length > 0 && expected.every(Number.isFinite)) return
  throw new HolonError(
    'input-invalid',
    `${JSON.stringify(expected)} are no expectations`,
    'Give a finite number for each of at least one action.',
  )
}
