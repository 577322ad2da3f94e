import { type Duration, inMilliseconds } from '../../spec/duration.ts'
import { HolonError } from '../../spec/error.ts'
import type { JsonObject } from '../../spec/json.ts'
import type { LearnedModel } from '../../spec/learned.ts'
import { withMinimum } from '../../stats/exploration/exploration.ts'
import type { Choice, Learning, Policy, PolicyMoment } from '../../system/policy.ts'
import type { Explorer } from './explorers.ts'
import { learnedOutlook } from './learned-outlook.ts'

/** What to say about a policy that learns. */
export interface BanditInit<P, N extends string> {
  readonly explore: Explorer
  /** What is to be got: a goal about the decision that is a rate or a mean, or one of its feedbacks. More is better. */
  readonly reward: string
  /** Lowest and highest reward, where the declaration of it does not say. */
  readonly range?: readonly [number, number]
  /** Public context fields that it learns by, and `prediction`. Default: all there are. */
  readonly features?: readonly string[]
  /** Decides while nothing is learned; and always, with `apprentice`. */
  readonly until: Policy<P, N>
  /** It never acts: what it would have done is recorded and scored. Default false. */
  readonly apprentice?: boolean
  /** Learns by itself so often; without it, when it is told to. */
  readonly every?: Duration
  /**
   * Probability, from 0 to 1, that is kept for all experiences alike, so that what is bad today can still be found good
   * tomorrow, and the log can say what other policies would have done. Default 0.02.
   */
  readonly least?: number
  /** Learns from the latest so many decisions. Default 50,000. */
  readonly latest?: number
  /** Decisions' worth by which lines are pulled to the mean reward. Default 1. */
  readonly strength?: number
  /**
   * Decisions count by 1 / propensity, at most so often, so that a line fits everybody and not those who were mostly given
   * the experience. Default 1: all count alike.
   */
  readonly importance?: number
}

/**
 * Learns from the log which experience earns most for whom, and keeps trying: a contextual bandit. The probability that is
 * logged is the one that drew, limits come before it and guardrails after it. What it decides by is one document of the
 * registry under each snapshot, so every decision replays to the bit, whatever is learned later: docs/bandits.md.
 *
 * @throws HolonError `declaration-invalid` for a number outside its range
 * @example
 * ```ts
 * import { bandit, squareCB, thresholds } from 'holon'
 * const until = thresholds({ note: 0.5 }, { otherwise: 'nothing' })
 * bandit({ explore: squareCB(), reward: 'useful', until }).words
 * ```
 */
export function bandit<P, N extends string>(init: BanditInit<P, N>): Policy<P, N> {
  const { explore, until, every } = init
  const least = numberIn('least', init.least ?? 0.02, 0, 1)
  const learning: Omit<Learning<P, N>, 'taught'> = {
    reward: init.reward,
    ...(init.range !== undefined && { range: rangeIn(init.range) }),
    ...(init.features !== undefined && { features: init.features }),
    ...(every !== undefined && { every }),
    isApprentice: init.apprentice === true,
    latest: Math.floor(numberIn('latest', init.latest ?? 50_000, 1, 1_000_000)),
    strength: numberIn('strength', init.strength ?? 1, 1e-6, 1e6),
    importance: numberIn('importance', init.importance ?? 1, 1, 1e6),
    replicates: explore.replicates,
  }
  if (every !== undefined) inMilliseconds(every)
  const declared = {
    kind: 'bandit',
    options: optionsOf(init, { least, ...learning }),
    words: wordsOf(init),
    names: until.names,
  }
  const byUtility = until.byUtility === true && { byUtility: true }
  return {
    ...declared,
    ...byUtility,
    choose: (moment) => until.choose(moment),
    learning: {
      ...learning,
      taught: (model, acts) => {
        const own = chooser(explore, model, least)
        const apprentice = learning.isApprentice && acts === undefined
        return {
          ...declared,
          ...(apprentice && byUtility),
          choose: apprentice ? (moment) => beside(until.choose(moment), own, moment) : own,
        }
      },
    },
  }
}

function chooser(
  explore: Explorer,
  model: LearnedModel,
  least: number,
): (moment: PolicyMoment<unknown>) => Choice {
  const outlookOn = learnedOutlook(model)
  return (moment) => {
    const outlook = outlookOn(moment)
    const probabilities = withMinimum(explore.spread(outlook), least, { zeros: true })
    return { probabilities, preferred: outlook.expected.indexOf(Math.max(...outlook.expected)) }
  }
}

/** An apprentice that fails disturbs nobody. */
function beside<P>(
  choice: Choice,
  own: (moment: PolicyMoment<unknown>) => Choice,
  moment: PolicyMoment<P>,
): Choice {
  try {
    return { ...choice, apprentice: own(moment).probabilities }
  } catch {
    return choice
  }
}

function wordsOf<P, N extends string>({ explore, reward, until, apprentice }: BanditInit<P, N>): string {
  const what = `Learns what brings most "${reward}" and ${explore.words}.`
  return apprentice === true
    ? `${until.words} Beside it an apprentice, which never acts: ${what}`
    : `${what} Until something is learned: ${until.words}`
}

function optionsOf<P, N extends string>(
  { explore, until }: BanditInit<P, N>,
  { range, features, every, ...rest }: { readonly least: number } & Omit<Learning<P, N>, 'taught'>,
): JsonObject {
  return {
    explore: { kind: explore.kind, ...explore.options },
    until: { kind: until.kind, options: until.options },
    ...rest,
    ...(range !== undefined && { range }),
    ...(features !== undefined && { features }),
    ...(every !== undefined && { every }),
  }
}

function numberIn(name: string, value: number, low: number, high: number): number {
  if (value >= low && value <= high) return value
  throw new HolonError(
    'declaration-invalid',
    `The \`${name}\` of a bandit is ${value}.`,
    `Give a number from ${low} to ${high}.`,
  )
}

function rangeIn(range: readonly [number, number]): readonly [number, number] {
  if (Number.isFinite(range[0]) && Number.isFinite(range[1]) && range[0] < range[1]) return range
  throw new HolonError(
    'declaration-invalid',
    `The rewards of a bandit are from ${range[0]} to ${range[1]}.`,
    'Give the lowest reward and a higher one, both finite.',
  )
}
