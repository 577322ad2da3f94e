import type { Random } from 'holon'

/** Balls of two colours: incidents on file in two neighbourhoods. */
export type Balls = readonly [number, number]

/**
 * A generalised Pólya urn. A ball of a colour is drawn with its share of all; `update` says how many of each colour are
 * added when the first (row 1) or the second (row 2) is drawn. With `improvement`, what was drawn is kept only with a
 * probability inversely proportional to its share, the rarer colour always: a patrol that goes somewhere often learns as
 * much there as one that goes seldom.
 *
 * Source: D. Ensign, S. Friedler, S. Neville, C. Scheidegger, S. Venkatasubramanian, Runaway Feedback Loops in Predictive
 * Policing, FAT* 2018.
 */
export interface Urn {
  readonly prior: Balls
  readonly update: readonly [Balls, Balls]
  readonly policy?: 'improvement'
}

/**
 * The share of the first colour after so many draws.
 *
 * @example
 * ```ts
 * import { seededRandom } from 'holon/stats'
 * shareAfter({ prior: [1, 1], update: [[1, 0], [0, 1]] }, 100, seededRandom(1)) // anything between 0 and 1
 * ```
 */
export function shareAfter({ prior, update, policy }: Urn, draws: number, random: Random): number {
  let [first, second] = prior
  for (let draw = 0; draw < draws; draw++) {
    const share = first / (first + second)
    const isFirst = random.next() < share
    const drawn = isFirst ? share : 1 - share
    if (policy === 'improvement' && random.next() >= Math.min(share, 1 - share) / drawn) continue
    const [more, other] = update[isFirst ? 0 : 1]
    first += more
    second += other
  }
  return first / (first + second)
}

/**
 * Where the share of the first colour goes in the long run: the root in 0 to 1 of the drift
 * (c + d - a - b) x² + (a - 2c - d) x + c, from which the drift leads back. Undefined for ((a, 0), (0, a)), which goes
 * anywhere.
 */
export function longRunShare({ update: [[a, b], [c, d]], policy }: Omit<Urn, 'prior'>): number | undefined {
  if (policy === 'improvement') return a + d > 0 ? a / (a + d) : undefined
  const [square, line] = [c + d - a - b, a - 2 * c - d]
  const drift = (x: number): number => (square * x + line) * x + c
  const stable = (x: number): boolean => drift(x - 1e-6) > 0 && drift(x + 1e-6) < 0
  return rootsOf(square, line, c).find((x) => x > -1e-9 && x < 1 + 1e-9 && stable(x))
}

function rootsOf(square: number, line: number, constant: number): readonly number[] {
  if (Math.abs(square) < 1e-12) return line === 0 ? [] : [-constant / line]
  const root = Math.sqrt(line * line - 4 * square * constant)
  return [(-line - root) / (2 * square), (-line + root) / (2 * square)]
}
