import { HolonError } from '../../spec/error.ts'
import { requirePaired } from '../argument.ts'

/**
 * Refuses, with `data-invalid`, labels other than 0 and 1, probabilities outside [0, 1], and lists of unequal
 * length.
 */
export function requireLabelled(probabilities: ArrayLike<number>, labels: ArrayLike<number>): void {
  requirePaired(probabilities, labels)
  for (let i = 0; i < labels.length; i += 1) {
    const p = probabilities[i] ?? Number.NaN
    if (labels[i] !== 0 && labels[i] !== 1) refuse(i, `the label is ${labels[i]}`, 'Write labels as 0 and 1.')
    if (!(p >= 0 && p <= 1)) refuse(i, `the probability is ${p}`, 'Give probabilities from 0 to 1.')
  }
}

function refuse(row: number, problem: string, fix: string): never {
  throw new HolonError('data-invalid', `in row ${row} ${problem}`, fix, { details: { row } })
}
