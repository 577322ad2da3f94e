import { HolonError } from '../../spec/error.ts'
import { requireProbability } from '../argument.ts'
import { grownCost } from './habituation.ts'

/**
 * The utility of an experience where what is predicted is true and where it is false. Between them it is a line in
 * the probability p of the prediction: `p * whenTrue + (1 - p) * whenFalse`.
 */
export interface UtilityLine {
  readonly whenTrue: number
  readonly whenFalse: number
}

/** What an experience is worth, in any one unit. */
export interface Worth {
  /** Value where the prediction is true. */
  readonly right: number
  /** Value where it is false, usually negative. */
  readonly wrong: number
  /** The value of being interrupted at all: 0 or below. */
  readonly interrupting?: number
  /** Which part of `interrupting` every remembered interruption adds to it: 0 or above. */
  readonly growth?: number
}

// Differences of larger ones would leave the range of doubles.
const largest = 1e300

/**
 * The line of an experience for a person who remembers so many interruptions (see `decayed`):
 * `p * right + (1 - p) * wrong + interrupting * (1 + growth * interruptions)`.
 *
 * @throws HolonError `input-invalid` for a positive `interrupting`, a negative `growth` or count, or a worth that is
 * not finite
 * @example
 * ```ts
 * utilityLine({ right: 1, wrong: -1, interrupting: -0.1, growth: 0.5 }, 2) // { whenTrue: 0.8, whenFalse: -1.2 }
 * ```
 */
export function utilityLine(
  { right, wrong, interrupting = 0, growth = 0 }: Worth,
  interruptions = 0,
): UtilityLine {
  const cost = grownCost(interrupting, growth, interruptions)
  const line = { whenTrue: right + cost, whenFalse: wrong + cost }
  requireUtility(line.whenTrue)
  requireUtility(line.whenFalse)
  return line
}

/** The expected utility of an experience at probability p. */
export function expectedUtilityAt({ whenTrue, whenFalse }: UtilityLine, p: number): number {
  requireProbability('p', p)
  return p * whenTrue + (1 - p) * whenFalse
}

/**
 * The index of the line of highest expected utility at p; of equal ones the first.
 *
 * @throws HolonError `input-invalid` for an empty list or a p outside 0 to 1
 * @example
 * ```ts
 * bestLineAt([{ whenTrue: 0, whenFalse: 0 }, { whenTrue: 1, whenFalse: -1 }], 0.7) // 1
 * ```
 */
export function bestLineAt(lines: readonly UtilityLine[], p: number): number {
  return firstBest(lines.map((line) => expectedUtilityAt(line, p)))
}

/**
 * The probability at which two experiences are worth the same; undefined where one is never worse than the other
 * (E. Horvitz, Principles of Mixed-Initiative User Interfaces, 1999). With costs as negative utilities it is the
 * threshold of C. Elkan, The Foundations of Cost-Sensitive Learning, 2001, eq. 2.
 */
export function indifference(a: UtilityLine, b: UtilityLine): number | undefined {
  const gainWhenFalse = a.whenFalse - b.whenFalse
  const gainWhenTrue = b.whenTrue - a.whenTrue
  if (!(gainWhenFalse * Math.sign(gainWhenTrue) > 0)) return undefined
  return gainWhenFalse / (gainWhenFalse + gainWhenTrue)
}

/** The index of the largest value, the first of equal ones. Refuses an empty list and NaN. */
export function firstBest(values: readonly number[]): number {
  if (values.length === 0 || values.some(Number.isNaN)) {
    throw new HolonError(
      'input-invalid',
      values.length === 0 ? 'there is nothing to choose from' : 'a utility is not a number',
      'Give at least one experience, each with a utility.',
    )
  }
  let best = 0
  for (const [index, value] of values.entries()) if (value > (values[best] ?? value)) best = index
  return best
}

/** Refuses a utility that is not a number, or so large that differences overflow. */
export function requireUtility(value: number): void {
  if (Math.abs(value) <= largest) return
  throw new HolonError('input-invalid', `a utility is ${value}`, 'Give a number between -1e300 and 1e300.')
}
