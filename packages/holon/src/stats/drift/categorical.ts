import { requirePaired } from '../argument.ts'
import { normalise } from '../exploration/exploration.ts'

/** Total variation between the shares of categories: half the summed absolute differences, from 0 to 1. */
export function totalVariation(reference: readonly number[], current: readonly number[]): number {
  return sumPairs(reference, current, (p, q) => Math.abs(p - q)) / 2
}

/** Hellinger distance between the shares of categories, from 0 to 1. */
export function hellinger(reference: readonly number[], current: readonly number[]): number {
  const overlap = sumPairs(reference, current, (p, q) => Math.sqrt(p * q))
  return Math.sqrt(Math.max(0, 1 - overlap))
}

/** Jensen-Shannon distance, the root of the divergence in bits, from 0 to 1. */
export function jensenShannon(reference: readonly number[], current: readonly number[]): number {
  const divergence = sumPairs(reference, current, (p, q) => bits(p, (p + q) / 2) + bits(q, (p + q) / 2)) / 2
  return Math.sqrt(Math.max(0, divergence))
}

/** The largest change of the share of one category. */
export function largestChange(reference: readonly number[], current: readonly number[]): number {
  let most = 0
  sumPairs(reference, current, (p, q) => {
    most = Math.max(most, Math.abs(p - q))
    return 0
  })
  return most
}

/**
 * The population stability index, sum (q - p) ln(q / p). Shares below `floor` are taken for it, as an empty
 * category would make the index infinite.
 */
export function populationStability(
  reference: readonly number[],
  current: readonly number[],
  floor = 1e-4,
): number {
  return sumPairs(reference, current, (p, q) => {
    const [a, b] = [Math.max(floor, p), Math.max(floor, q)]
    return (b - a) * Math.log(b / a)
  })
}

/** Counts of two samples by category, side by side; a category that one of them lacks has count 0 there. */
export function alignCounts(
  reference: Readonly<Record<string, number>>,
  current: Readonly<Record<string, number>>,
): { reference: number[]; current: number[] } {
  const names = [...new Set([...Object.keys(reference), ...Object.keys(current)])]
  return {
    reference: names.map((name) => reference[name] ?? 0),
    current: names.map((name) => current[name] ?? 0),
  }
}

function sumPairs(
  reference: readonly number[],
  current: readonly number[],
  of: (p: number, q: number) => number,
): number {
  requirePaired(reference, current)
  const shares = normalise(current)
  return normalise(reference).reduce((sum, p, i) => sum + of(p, shares[i] ?? 0), 0)
}

function bits(p: number, q: number): number {
  return p === 0 ? 0 : p * Math.log2(p / q)
}
