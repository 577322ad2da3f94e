import { HolonError } from '../../spec/error.ts'
import { requireProbability } from '../argument.ts'
import { firstBest } from './line.ts'

/**
 * The expected utility of each experience where the truth is one of several classes: `worth[e][k]` is what experience
 * e is worth when class k is true, `probabilities[k]` how probable that is. With minus a matrix of costs as worth it
 * is the expected cost of Elkan 2001, eq. 1.
 *
 * @throws HolonError `input-invalid` for a row of another length than the probabilities, or a probability outside 0 to 1
 * @example
 * ```ts
 * expectedUtilities([[1, 0, 0], [0, 2, -1]], [0.5, 0.3, 0.2]) // [0.5, 0.4]
 * ```
 */
export function expectedUtilities(
  worth: readonly (readonly number[])[],
  probabilities: readonly number[],
): number[] {
  for (const p of probabilities) requireProbability('a probability', p)
  return worth.map((row) => {
    if (row.length !== probabilities.length) {
      throw new HolonError(
        'input-invalid',
        `an experience has a worth for ${row.length} classes, there are ${probabilities.length}`,
        'Give a worth for every class.',
      )
    }
    return row.reduce((sum, value, k) => sum + value * (probabilities[k] ?? 0), 0)
  })
}

/** The experience of highest expected utility; of equal ones the first. */
export function bestExperience(
  worth: readonly (readonly number[])[],
  probabilities: readonly number[],
): number {
  return firstBest(expectedUtilities(worth, probabilities))
}
