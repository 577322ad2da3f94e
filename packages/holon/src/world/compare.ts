import { goodness } from '../measure/goodness.ts'
import { layers } from '../spec/api.ts'
import { HolonError } from '../spec/error.ts'
import type {
  ChangeVerdict,
  ComparedGoal,
  ComparedLayer,
  SimulatedComparison,
} from '../spec/simulated-comparison.ts'
import type { SimulatedGoal, SimulationDocument } from '../spec/simulation.ts'
import { adjustPValues } from '../stats/test/multiplicity.ts'
import { named } from './goal-in-run.ts'
import { pairedDifference, type RunPair } from './paired.ts'

/** A p-value up to this is not called chance. */
const alpha = 0.05

/**
 * Says which goals, and so which layers, differ between two versions that were run on the same world. Runs are paired by
 * their seed: they met the same people in the same mood, so what differs is the version. With several seeds the
 * differences are compared over the seeds; with one, over its stretches of time.
 *
 * @throws HolonError `input-invalid` for runs of two systems or lengths, a seed twice, or no seed in common
 * @example
 * ```ts excerpt
 * const comparison = compareRuns(runsOfCurrent, runsOfCautious)
 * for (const line of sayComparison(comparison)) console.log(line)
 * ```
 */
export function compareRuns(
  before: readonly SimulationDocument[],
  after: readonly SimulationDocument[],
): SimulatedComparison {
  const pairs = paired(before, after)
  const first = pairs[0] as RunPair
  const found = first.before.goals.map((goal) => ({ goal, ...changeOf(pairs, goal) }))
  const adjusted = adjustKnown(found.map(({ good }) => good.pValue))
  const goals = found.map(({ goal, raw, good }, i): ComparedGoal => {
    const pValue = adjusted[i] ?? null
    return { ...named(goal), ...raw, pValue, verdict: verdictOn(good.difference, pValue) }
  })
  return {
    system: first.before.system,
    before: first.before.version,
    after: first.after.version,
    seeds: pairs.map((pair) => pair.before.seed),
    goals,
    layers: layersOf(goals),
  }
}

/** The runs of two versions by seed, where both have one. */
export function paired(
  before: readonly SimulationDocument[],
  after: readonly SimulationDocument[],
): readonly RunPair[] {
  const bySeed = new Map(after.map((run) => [run.seed, run]))
  const pairs = before.flatMap((run) => {
    const other = bySeed.get(run.seed)
    return other === undefined ? [] : [{ before: run, after: other }]
  })
  const [first] = pairs
  if (first === undefined)
    throw refused('the two versions have no seed in common', 'Run both with the same seeds.')
  if (new Set(pairs.map((pair) => pair.before.seed)).size < pairs.length || bySeed.size < after.length)
    throw refused('a version was run twice with one seed', 'Give one run a seed.')
  for (const run of pairs.flatMap((pair) => [pair.before, pair.after])) requireSame(first.before, run)
  return pairs
}

/** The change of a goal in its unit, and by how good it is. */
export function changeOf(pairs: readonly RunPair[], { name, target }: SimulatedGoal) {
  const raw = pairedDifference(pairs, name)
  const good = pairedDifference(pairs, name, (value) => goodness(target, value))
  return { raw, good }
}

/** p-values corrected for how many there are (Holm), those that are not known left out. */
export function adjustKnown(pValues: readonly (number | null)[]): readonly (number | null)[] {
  const adjusted = adjustPValues(
    pValues.filter((p) => p !== null),
    'holm',
  ).values()
  return pValues.map((p) => (p === null ? null : (adjusted.next().value ?? null)))
}

/** What a change for the better (above 0) or the worse means, given how easily chance makes it. */
export function verdictOn(gain: number | null, pValue: number | null): ChangeVerdict {
  if (gain === null || pValue === null) return 'cannot say'
  if (pValue > alpha || gain === 0) return 'no difference seen'
  return gain > 0 ? 'better' : 'worse'
}

function layersOf(goals: readonly ComparedGoal[]): readonly ComparedLayer[] {
  return layers.flatMap((layer) => {
    const own = goals.filter((goal) => goal.layer === layer)
    const count = (verdict: ChangeVerdict) => own.filter((goal) => goal.verdict === verdict).length
    const [better, worse] = [count('better'), count('worse')]
    const said = own.length - count('cannot say')
    return own.length === 0
      ? []
      : [{ layer, goals: own.length, better, worse, verdict: inAll(better, worse, said) }]
  })
}

function inAll(better: number, worse: number, said: number): ComparedLayer['verdict'] {
  if (better > 0 && worse > 0) return 'mixed'
  if (better > 0) return 'better'
  if (worse > 0) return 'worse'
  return said > 0 ? 'no difference seen' : 'cannot say'
}

function requireSame(first: SimulationDocument, run: SimulationDocument): void {
  if (run.system !== first.system)
    throw refused(`runs of "${first.system}" and "${run.system}"`, 'Compare runs of one system.')
  if (run.days !== first.days || run.people !== first.people)
    throw refused(
      `a run of ${first.people} people and ${first.days} days beside one of ${run.people} and ${run.days}`,
      'Compare runs of one world.',
    )
}

const refused = (what: string, fix: string): HolonError => new HolonError('input-invalid', what, fix)
