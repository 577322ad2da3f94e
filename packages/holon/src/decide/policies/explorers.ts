import { HolonError } from '../../spec/error.ts'
import type { JsonObject } from '../../spec/json.ts'
import { bagVotes } from '../../stats/bandit/bag.ts'
import { bestProbabilities } from '../../stats/bandit/best-probabilities.ts'
import { greedy } from '../../stats/bandit/greedy.ts'
import { squareCb } from '../../stats/bandit/square-cb.ts'
import { type Distribution, softmax as softmaxOf } from '../../stats/exploration/exploration.ts'

/** What was learned about the experiences that may be taken now, on a scale of rewards from 0 to 1. */
export interface Outlook {
  /** Decisions that were learned from. */
  readonly rows: number
  readonly expected: readonly number[]
  /** Standard deviation of what is expected. */
  doubts(): readonly number[]
  /** What each replicate expects. */
  replicated(): readonly (readonly number[])[]
}

/** How a bandit spreads probability over experiences, by what it has learned about them. */
export interface Explorer {
  readonly kind: string
  readonly options: JsonObject
  readonly words: string
  /** Replicates of a bootstrap that it needs. */
  readonly replicates: number
  spread(outlook: Outlook): Distribution
}

/**
 * Takes the best, and with probability `epsilon` any. With a `decay` above 0 the probability falls with the number of
 * decisions learned from: `epsilon / rows ** decay`, at most 1.
 *
 * @throws HolonError `declaration-invalid` for an epsilon outside 0 to 1 (without decay), or a negative number
 */
export function epsilonGreedy({
  epsilon = 0.1,
  decay = 0,
}: {
  readonly epsilon?: number
  readonly decay?: number
} = {}): Explorer {
  mustBe(epsilon >= 0 && epsilon < Infinity && (decay > 0 || epsilon <= 1), 'epsilon', epsilon)
  mustBe(decay >= 0 && decay <= 1, 'decay', decay)
  return {
    kind: 'epsilon-greedy',
    options: { epsilon, decay },
    words: `takes the best and, with probability ${epsilon}${decay > 0 ? ` / rows ^ ${decay}` : ''}, any`,
    replicates: 0,
    spread: ({ rows, expected }) => greedy(expected, Math.min(1, epsilon / Math.max(1, rows) ** decay)),
  }
}

/**
 * Probabilities in proportion to exp(expected / temperature), what is expected being on a scale from 0 to 1.
 *
 * @throws HolonError `declaration-invalid` for a temperature that is not above 0
 */
export function softmax({ temperature = 0.1 }: { readonly temperature?: number } = {}): Explorer {
  mustBe(temperature > 0 && temperature < Infinity, 'temperature', temperature)
  return {
    kind: 'softmax',
    options: { temperature },
    words: `takes what promises more more often (softmax at ${temperature})`,
    replicates: 0,
    spread: ({ expected }) => softmaxOf(expected, 1 / temperature),
  }
}

/**
 * Each of some replicates of the log votes for its best; the share of votes is the probability.
 *
 * @throws HolonError `declaration-invalid` unless `replicates` is a whole number from 2 to 100
 */
export function bag({ replicates = 10 }: { readonly replicates?: number } = {}): Explorer {
  mustBe(Number.isSafeInteger(replicates) && replicates >= 2 && replicates <= 100, 'replicates', replicates)
  return {
    kind: 'bag',
    options: { replicates },
    words: `takes what the most of ${replicates} replicates of the log find best`,
    replicates,
    spread: (outlook) => bagVotes(outlook.replicated()),
  }
}

/**
 * The less an experience promises against the best, the rarer it is taken: 1 / (n + gamma * gap), see `squareCb` of
 * `holon/stats`. `gamma` grows with the decisions learned from: `gamma * rows ** growth`.
 *
 * @throws HolonError `declaration-invalid` for a gamma that is not above 0, or a growth outside 0 to 1
 */
export function squareCB({
  gamma = 10,
  growth = 0.5,
}: {
  readonly gamma?: number
  readonly growth?: number
} = {}): Explorer {
  mustBe(gamma > 0 && gamma < Infinity, 'gamma', gamma)
  mustBe(growth >= 0 && growth <= 1, 'growth', growth)
  return {
    kind: 'square-cb',
    options: { gamma, growth },
    words: `takes the others the rarer the less they promise against the best (SquareCB, gamma ${gamma} * rows ^ ${growth})`,
    replicates: 0,
    spread: ({ rows, expected }) => squareCb(expected, gamma * Math.max(1, rows) ** growth),
  }
}

/**
 * Thompson sampling: an experience is taken with the probability that it is the best one, by what is known. `scale`
 * multiplies the doubts: above 1 it explores more.
 *
 * @throws HolonError `declaration-invalid` for a scale that is not above 0
 */
export function thompson({ scale = 1 }: { readonly scale?: number } = {}): Explorer {
  mustBe(scale > 0 && scale < Infinity, 'scale', scale)
  return {
    kind: 'thompson',
    options: { scale },
    words: `takes each with the probability that it is the best (Thompson sampling${scale === 1 ? '' : `, doubts times ${scale}`})`,
    replicates: 0,
    spread: (outlook) =>
      bestProbabilities(
        outlook.expected,
        outlook.doubts().map((doubt) => scale * Math.max(doubt, leastDoubt)),
      ),
  }
}

/** What is known better than this is as good as certain; without doubt there is no distribution. */
const leastDoubt = 1e-9

function mustBe(holds: boolean, name: string, value: number): void {
  if (holds) return
  throw new HolonError(
    'declaration-invalid',
    `The ${name} of a bandit is ${value}.`,
    'See docs/bandits.md for what it may be.',
  )
}
