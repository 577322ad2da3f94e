import { HolonError } from '../spec/error.ts'
import type { GoalCoverage, SimulatedCoverage } from '../spec/simulated-comparison.ts'
import type { Heard, SimulatedGoal, SimulationDocument } from '../spec/simulation.ts'
import { clopperPearsonInterval } from '../stats/interval/clopper-pearson.ts'
import { meanInterval } from '../stats/interval/mean.ts'
import { momentsOf } from '../stats/moments.ts'
import { goalIn, named } from './goal-in-run.ts'

/** The confidence of the intervals of goals. */
const stated = 0.95
/** From this share on, those who were not heard of change little. */
const nearlyAll = 0.98

/**
 * How often the measured interval of each goal held what is true, over runs of one version with different seeds. An
 * interval of everybody who answers is about people like them, and the truth is of those who were there, so intervals of
 * a goal that nobody leaves out hold more often than stated.
 *
 * @throws HolonError `input-invalid` for no runs, runs of two systems or versions, or a seed twice
 */
export function coverageOf(runs: readonly SimulationDocument[]): SimulatedCoverage {
  const [first] = runs
  if (first === undefined) throw refused('there are no runs', 'Give runs of one world with different seeds.')
  if (runs.some((run) => run.system !== first.system || run.version !== first.version))
    throw refused('the runs are of several systems or versions', 'Give runs of one version.')
  if (new Set(runs.map((run) => run.seed)).size < runs.length)
    throw refused('a seed was run twice', 'Give one run a seed: the same seed is the same run.')
  return {
    system: first.system,
    runs: runs.length,
    stated,
    goals: first.goals.map((goal) => ofGoal(goal, runs)),
  }
}

function ofGoal(goal: SimulatedGoal, runs: readonly SimulationDocument[]): GoalCoverage {
  const known = runs.flatMap((run) => {
    const { value, interval, truth } = goalIn(run, goal.name) ?? goal
    return value === null || interval === null || truth === null ? [] : [{ value, interval, truth }]
  })
  const early = earlyIn(goal.name, runs)
  const held = heldBy(known)
  if (held === undefined) return { ...named(goal), ...nothing, ...early }
  const [lower, upper] = held.interval
  const verdict = verdictOf({ lower, upper })
  const heard = heardIn(goal.name, runs)
  return {
    ...named(goal),
    ...held,
    heard: heard?.share ?? null,
    verdict,
    because: verdict === 'too narrow' ? becauseOf(held.biasInterval, heard) : '',
    ...early,
  }
}

interface Known {
  readonly value: number
  readonly interval: readonly [number, number]
  readonly truth: number
}

/** How many intervals held what is true, and how far values are off; undefined without any. */
function heldBy(known: readonly Known[]) {
  const n = known.length
  if (n === 0) return undefined
  const covered = known.filter(({ interval: [low, high], truth }) => low <= truth && truth <= high).length
  const bounds = clopperPearsonInterval(covered, n)
  const off = momentsOf(known.map(({ value, truth }) => value - truth))
  const around = meanInterval(off)
  return {
    ...{ runs: n, covered, share: covered / n },
    interval: [bounds.lower, bounds.upper] as const,
    bias: off.mean,
    biasInterval: n < 2 ? null : ([around.lower, around.upper] as const),
  }
}

/** Of what was expected of decisions that waited. */
function earlyIn(name: string, runs: readonly SimulationDocument[]): Pick<GoalCoverage, 'early'> {
  const early = heldBy(
    runs.flatMap((run) => {
      const { early, truth = null } = goalIn(run, name)?.waiting ?? {}
      if (early == null || early.interval === null || truth === null) return []
      return [{ value: early.value, interval: early.interval, truth }]
    }),
  )
  return early === undefined ? {} : { early }
}

/** Over the runs; undefined where none says. */
function heardIn(name: string, runs: readonly SimulationDocument[]): Heard | undefined {
  const known = runs.flatMap((run) => goalIn(run, name)?.heard ?? [])
  if (known.length === 0) return undefined
  return {
    share: momentsOf(known.map(({ share }) => share)).mean,
    silence: known.some(({ silence }) => silence),
  }
}

/** Why intervals miss: what is off on average tells of who is not heard, what is not of too little spread. */
function becauseOf(bias: readonly [number, number] | null, heard: Heard | undefined): string {
  if (bias !== null && bias[0] <= 0 && bias[1] >= 0)
    return 'The measured value is right on average, and varies more than the interval says.'
  const { share, silence } = heard ?? { share: 1, silence: false }
  const some = `${(100 * share).toPrecision(2)} % of them were heard of`
  if (share < nearlyAll && silence)
    return `${some}, and who says nothing is counted as if that said something.`
  if (share < nearlyAll) return `${some}, who are not like the rest.`
  return silence
    ? 'Who says nothing is counted, and does not mean what is counted.'
    : 'What is heard is not what is true.'
}

function verdictOf({
  lower,
  upper,
}: {
  readonly lower: number
  readonly upper: number
}): GoalCoverage['verdict'] {
  if (upper < stated) return 'too narrow'
  if (lower > stated) return 'wider than stated'
  // Half of the runs may miss and the bounds still hold 95 %: such bounds say nothing.
  return lower < 0.5 ? 'cannot say' : 'as stated'
}

const nothing = {
  runs: 0,
  covered: 0,
  share: null,
  interval: null,
  bias: null,
  biasInterval: null,
  heard: null,
  verdict: 'cannot say',
  because: '',
} as const

const refused = (what: string, fix: string): HolonError => new HolonError('input-invalid', what, fix)
