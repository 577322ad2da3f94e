import { type LearnedModel, type Policy, policy } from 'holon'
import { bootstrapCounts, linearArm } from 'holon/stats'

const strength = 1

/** Deviation of what is uniform from -1 to 1. */
const deviation = Math.sqrt(1 / 3)

/** Sums of one action. */
type Sums = number[][]

/**
 * What a bandit knows after each round, kept as sums so that a round costs the same at the start and at the end. The fit is
 * that of `fitBandit`, but for the mean and the noise, which are those of the rounds so far.
 */
export class Learner {
  readonly #features: number
  readonly #replicates: number
  readonly #sums: readonly Sums[]
  readonly #drawn: readonly (readonly Sums[])[]
  #rows = 0
  #paid = 0
  #squares = 0.25

  constructor(actions: number, features: number, replicates: number) {
    this.#features = features
    this.#replicates = replicates
    this.#sums = Array.from({ length: actions }, () => this.#none())
    this.#drawn = this.#sums.map(() => Array.from({ length: replicates }, () => this.#none()))
  }

  see(context: readonly number[], action: number, reward: number, expected: number): void {
    this.#rows += 1
    this.#paid += reward
    this.#squares += (reward - expected) ** 2
    const line = [1, ...context.map((one) => one / deviation), reward]
    add(this.#sums[action] ?? [], line, 1)
    if (this.#replicates === 0) return
    const counts = bootstrapCounts('bench', `${this.#rows}`, this.#replicates)
    for (const [r, count] of counts.entries()) if (count > 0) add(this.#drawn[action]?.[r] ?? [], line, count)
  }

  model(): LearnedModel {
    const around = this.#rows === 0 ? 0.5 : this.#paid / this.#rows
    const lineOf = (sums: Sums): readonly number[] =>
      linearArm(
        sums.map((one) => Float64Array.from(one)),
        { strength, around },
      ).coefficients
    return {
      ...{
        kind: 'linear-bandit',
        version: 1,
        reward: 'paid',
        range: [0, 1],
        rows: this.#rows,
        strength,
        around,
        seed: '',
      },
      noise: this.#squares / (1 + this.#rows),
      columns: Array.from({ length: this.#features }, (_, j) => ({
        ...{ name: `x${j}`, field: `x${j}`, mean: 0, deviation },
      })),
      arms: this.#sums.map((sums, action) => ({
        ...{ experience: `a${action}`, rows: this.#rows, sums, coefficients: lineOf(sums) },
        replicates: (this.#drawn[action] ?? []).map(lineOf),
      })),
    }
  }

  #none(): Sums {
    return Array.from({ length: this.#features + 1 }, () => new Array<number>(this.#features + 2).fill(0))
  }
}

function add(sums: Sums, line: readonly number[], count: number): void {
  for (const [i, into] of sums.entries())
    for (const [j, one] of line.entries()) into[j] = (into[j] ?? 0) + count * (line[i] ?? 0) * one
}

/** What acts before anything is learned: every action alike. */
export const evenly = (actions: number): Policy<null, string> =>
  policy('evenly', () => Object.fromEntries(Array.from({ length: actions }, (_, i) => [`a${i}`, 1])))
