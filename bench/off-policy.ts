import { parseArgs } from 'node:util'
import {
  clopperPearsonInterval,
  crossFittedRewards,
  evaluatePolicy,
  type Interval,
  type LoggedChoice,
  type SeededRandom,
  seededRandom,
} from 'holon/stats'

/** A product that logs decisions about people, and a policy that did not run. */
interface Situation {
  readonly name: string
  readonly decisions: number
  /** Share of decisions drawn uniformly; the rest by the score. */
  readonly exploration: number
  /** Probability with which the target takes the best experience; the rest is uniform. */
  readonly greedy: number
  /** Decisions of one person, of one taste. */
  readonly perPerson?: number
  /** Multiplies all reward rates. */
  readonly rarity?: number
  /** What the log says is the propensity to the power of this: 1 is true. */
  readonly falsehood?: number
  /** Rewards are amounts, exponentially spread around the rate, with no known range, instead of a yes or no. */
  readonly amounts?: boolean
  /** The log never takes the last experience. */
  readonly never?: boolean
  /** Why nobody could know the target's value from such a log, whatever an interval says. */
  readonly hidden?: string
}

const situations: readonly Situation[] = [
  { name: 'half explored', decisions: 1000, exploration: 0.5, greedy: 0.9 },
  { name: 'explore 20 %', decisions: 1000, exploration: 0.2, greedy: 0.9 },
  { name: 'explore 5 %', decisions: 1000, exploration: 0.05, greedy: 0.9 },
  { name: 'explore 5 %, 4,000', decisions: 4000, exploration: 0.05, greedy: 0.9 },
  { name: 'explore 1 %', decisions: 1000, exploration: 0.01, greedy: 0.9 },
  { name: 'explore 0.2 %', decisions: 1000, exploration: 0.002, greedy: 0.9 },
  { name: 'people of 10', decisions: 2000, exploration: 0.2, greedy: 0.9, perPerson: 10 },
  { name: 'rare rewards', decisions: 2000, exploration: 0.2, greedy: 0.9, rarity: 0.05 },
  { name: 'amounts', decisions: 1000, exploration: 0.2, greedy: 0.9, amounts: true },
  { name: 'amounts, explore 2 %', decisions: 1000, exploration: 0.02, greedy: 0.9, amounts: true },
  {
    name: 'never the last',
    decisions: 1000,
    exploration: 0.2,
    greedy: 0.9,
    never: true,
    hidden: 'the log never did it',
  },
  {
    ...{ name: 'false propensities', decisions: 1000, exploration: 0.2, greedy: 0.9, falsehood: 0.7 },
    hidden: 'what the log says is not true',
  },
]

const experiences = 4

/** Chance of a reward at a score in [0, 1]: each experience is best somewhere, and high scores are worth more. */
const rate = (action: number, score: number, taste: number): number =>
  Math.min(
    0.95,
    Math.max(0.02, 0.3 + taste + 0.4 * score - 0.6 * Math.abs(score - action / (experiences - 1))),
  )

const best = (score: number): number => Math.min(experiences - 1, Math.floor(score * experiences))

/** The log takes the experience below the best, as a policy that is too careful. */
function logging({ exploration, never = false }: Situation, score: number): readonly number[] {
  const careful = Math.max(0, best(score) - 1)
  const open = never ? experiences - 1 : experiences
  const chances = new Array<number>(experiences).fill(exploration / open, 0, open).fill(0, open)
  chances[careful] = exploration / open + 1 - exploration
  return chances
}

function target({ greedy }: Situation, score: number): readonly number[] {
  const chances = new Array<number>(experiences).fill((1 - greedy) / experiences)
  chances[best(score)] = (1 - greedy) / experiences + greedy
  return chances
}

function simulate(situation: Situation, random: SeededRandom): readonly LoggedChoice[] {
  const { decisions, perPerson = 1, rarity = 1, falsehood = 1, amounts = false } = situation
  let taste = 0
  const seen = Array.from({ length: decisions }, (_, i) => {
    if (i % perPerson === 0) taste = perPerson === 1 ? 0 : 0.3 * (random.next() - 0.5)
    const score = random.next()
    const logged = logging(situation, score)
    const action = drawn(logged, random.next())
    const chance = rarity * rate(action, score, taste)
    const reward = amounts ? -chance * Math.log(1 - random.next()) : Number(random.next() < chance)
    return {
      score,
      logged,
      action,
      reward,
      cluster: `${Math.floor(i / perPerson)}`,
      target: target(situation, score),
    }
  })
  const said = crossFittedRewards(
    seen.map(({ score, action, reward, cluster }) => ({ features: [score], action, reward, cluster })),
    experiences,
  )
  return seen.map((one, i): LoggedChoice => {
    const expected = said[i] ?? []
    const actions = one.logged.map((logged, at) => ({
      logged: logged ** falsehood,
      target: one.target[at] ?? 0,
    }))
    const taken = actions[one.action] ?? { logged: 1, target: 0 }
    return {
      ...{ ...taken, reward: one.reward, cluster: one.cluster, actions },
      model: {
        predicted: expected[one.action] ?? 0,
        expected: one.target.reduce((sum, chance, at) => sum + chance * (expected[at] ?? 0), 0),
      },
    }
  })
}

function drawn(probabilities: readonly number[], draw: number): number {
  let reached = 0
  return probabilities.findIndex((probability) => {
    reached += probability
    return draw < reached
  })
}

/** The true value of the target, and the deviation of one logged reward, over 20,000 scores. */
function truthOf(situation: Situation): { readonly value: number; readonly deviation: number } {
  const { rarity = 1, amounts = false } = situation
  const n = 20_000
  let [value, logged] = [0, 0]
  for (let i = 0; i < n; i += 1) {
    const score = (i + 0.5) / n
    const rates = Array.from({ length: experiences }, (_, action) => rarity * rate(action, score, 0))
    value += target(situation, score).reduce((sum, chance, at) => sum + chance * (rates[at] ?? 0), 0) / n
    logged += logging(situation, score).reduce((sum, chance, at) => sum + chance * (rates[at] ?? 0), 0) / n
  }
  // An amount spreads about as far as its mean.
  return { value, deviation: amounts ? logged : Math.sqrt(logged * (1 - logged)) }
}

const holds = ({ lower, upper }: Interval, value: number): boolean => lower <= value && value <= upper

/** Runs in which an interval held the truth, and how wide it was. */
interface Tally {
  readonly runs: number
  readonly held: number
  readonly width: number
}

const noRuns: Tally = { runs: 0, held: 0, width: 0 }

function counted({ runs, held, width }: Tally, interval: Interval, truth: number): Tally {
  return {
    runs: runs + 1,
    held: held + Number(holds(interval, truth)),
    width: width + interval.upper - interval.lower,
  }
}

/** What a situation showed, by estimator and by verdict. */
interface Shown {
  readonly situation: Situation
  readonly runs: number
  readonly by: ReadonlyMap<string, Tally>
  readonly deviation: number
}

function tell(situation: Situation, runs: number): Shown {
  const random = seededRandom(situation.name)
  const { value, deviation } = truthOf(situation)
  const by = new Map<string, Tally>()
  const count = (name: string, interval: Interval): void => {
    by.set(name, counted(by.get(name) ?? noRuns, interval, value))
  }
  for (let run = 0; run < runs; run += 1) {
    const log = simulate(situation, random)
    const said = evaluatePolicy(log, situation.amounts === true ? {} : { range: [0, 1] })
    for (const { estimator, interval } of said.estimates) count(estimator, interval)
    if (said.anytime !== null) count('anytime', said.anytime)
    count(`  ${said.verdict}`, said.headline.interval)
    if (situation.never === true) count('doubly robust, overlap not known', blind(log))
  }
  console.log(`\n${situation.name}: ${situation.decisions} decisions, truth ${value.toFixed(4)}`)
  for (const [name, tally] of [...by].toSorted()) console.log(`  ${line(name, tally, runs, deviation)}`)
  return { situation, runs, by, deviation }
}

/** An interval that misses more often than this, or is wider than one reward's deviation, tells nothing. */
const least = 0.94

/**
 * Why a situation cannot be known, from what nobody could see in it and from how the interval did that rests on the log alone,
 * whatever a model of the reward adds; undefined where it can. Only there is a refusal wrong.
 */
function unknowable({ situation, by, deviation }: Shown): string | undefined {
  const alone = by.get('self-normalised') ?? noRuns
  const [held, half] = [alone.held / alone.runs, alone.width / alone.runs / 2 / deviation]
  if (situation.hidden !== undefined) return situation.hidden
  if (held < least) return `the log alone holds ${(100 * held).toFixed(1)} %`
  return half > 1 ? `the interval is ${half.toFixed(1)} deviations wide` : undefined
}

/** Whether refusing was right, a line for each situation. */
function tellRefusals(all: readonly Shown[]): void {
  console.log(`\n${'situation'.padEnd(24)}refused  rightly  wrongly   held where answered`)
  for (const shown of all) {
    const { situation, runs, by } = shown
    const why = unknowable(shown)
    const refused = by.get('  refused')?.runs ?? 0
    const answered = [by.get('  known') ?? noRuns, by.get('  weak') ?? noRuns]
    const [n, held] = [
      answered.reduce((sum, { runs }) => sum + runs, 0),
      answered.reduce((s, t) => s + t.held, 0),
    ]
    const percent = (part: number) => `${((100 * part) / runs).toFixed(1)} %`.padEnd(9)
    const [right, wrong] = why === undefined ? [0, refused] : [refused, 0]
    console.log(
      `${situation.name.padEnd(24)}${percent(refused)}${percent(right)}${percent(wrong)} ${n === 0 ? '-' : share(held, n)}${why === undefined ? '' : `  (${why})`}`,
    )
  }
}

/** What the log would say if it did not tell what it never did. */
const blind = (log: readonly LoggedChoice[]): Interval =>
  evaluatePolicy(
    log.map(({ actions: _, ...row }) => row),
    { range: [0, 1] },
  ).headline.interval

/** Verdicts are told of the doubly robust interval. */
const line = (name: string, tally: Tally, runs: number, deviation: number): string =>
  [
    name.padEnd(34),
    `in ${((100 * tally.runs) / runs).toFixed(1)} %`.padEnd(12),
    `held ${share(tally.held, tally.runs)}`.padEnd(34),
    `half width ${(tally.width / tally.runs / 2).toFixed(3)},`,
    `${(tally.width / tally.runs / 2 / deviation).toFixed(2)} deviations`,
  ].join(' ')

function share(n: number, of: number): string {
  const { lower, upper } = clopperPearsonInterval(n, of)
  return `${((100 * n) / of).toFixed(2)} % (${(100 * lower).toFixed(2)} to ${(100 * upper).toFixed(2)})`
}

/**
 * `node --conditions=source bench/off-policy.ts [--runs N] [--only SITUATION]`: how often 95 % intervals hold the value of a
 * policy that did not run, and how often refusing to say was right.
 */
const { values } = parseArgs({ options: { runs: { type: 'string' }, only: { type: 'string' } } })
tellRefusals(
  situations
    .filter(({ name }) => values.only === undefined || name === values.only)
    .map((situation) => tell(situation, Number(values.runs ?? 10_000))),
)
