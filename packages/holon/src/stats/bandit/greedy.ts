import { requireProbability } from '../argument.ts'
import type { Distribution } from '../exploration/exploration.ts'
import { requireExpectations } from './square-cb.ts'

/**
 * Takes what is expected to earn most, shared evenly among equals, and with the share `epsilon` any action. With
 * `epsilon` falling like the cube root of time regret is of the order of time to the power of 2 / 3.
 *
 * @throws HolonError `input-invalid` for no action, an expectation that is not finite, or an epsilon outside 0 to 1
 * @example
 * ```ts
 * import { greedy } from 'holon/stats'
 * greedy([0.2, 0.4, 0.4, 0.1], 0.2) // [0.05, 0.45, 0.45, 0.05]
 * ```
 */
export function greedy(expected: readonly number[], epsilon = 0): Distribution {
  requireExpectations(expected)
  requireProbability('epsilon', epsilon)
  const most = Math.max(...expected)
  const equals = expected.filter((one) => one === most).length
  return expected.map((one) => epsilon / expected.length + (one === most ? (1 - epsilon) / equals : 0))
}
