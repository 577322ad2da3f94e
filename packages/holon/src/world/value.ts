import { goodness } from '../measure/goodness.ts'
import { HolonError } from '../spec/error.ts'
import type {
  Alternative,
  GoalValue,
  ValueKind,
  ValuePoint,
  ValueReport,
} from '../spec/simulated-comparison.ts'
import type { SimulatedGoal, SimulationDocument } from '../spec/simulation.ts'
import { meanInterval } from '../stats/interval/mean.ts'
import { momentsOf } from '../stats/moments.ts'
import type { Observation } from '../stats/regression/column.ts'
import { fitKnee, type KneeFit } from '../stats/regression/knee.ts'
import { adjustKnown, changeOf, paired, verdictOn } from './compare.ts'
import { goalIn, kindOf, named, valueIn } from './goal-in-run.ts'
import { kneeVerdict } from './knee-verdict.ts'
import type { RunPair } from './paired.ts'

/** Runs with a model of one wanted quality, one a seed. */
export interface Level {
  readonly quality: number
  readonly runs: readonly SimulationDocument[]
}

/** What a report on the value of accuracy is made of. */
export interface ValueInput {
  /** At five qualities or more, the same seeds at each. */
  readonly sweep: readonly Level[]
  /** The version that is served, with its own models, with the same seeds. */
  readonly today: readonly SimulationDocument[]
  /** Other versions at today's quality: another experience, threshold, hand-over. */
  readonly versions?: readonly (readonly SimulationDocument[])[]
  /** Whose quality is swept; default: all decisions of which the world knows it. */
  readonly decision?: string
}

const step = 0.01

/**
 * Sweeps the quality of a model against every goal: does a better model help, up to which quality, and what would help
 * more? Values are what is true where the world knows it, else what was measured; a gain is towards the target of the
 * goal. Runs of one seed share a level of their own in the regression, since they met the same people.
 *
 * @throws HolonError `input-invalid` for no sweep, or runs that do not belong together (as `compareRuns`)
 * @example
 * ```ts excerpt
 * const report = valueReport({ sweep, today: runsOfCurrent, versions: [runsOfCautious] })
 * for (const line of sayValue(report)) console.log(line)
 * ```
 */
export function valueReport({ sweep, today, versions = [], decision }: ValueInput): ValueReport {
  const levels = sweep
    .map(({ quality, runs }) => ({ quality: realQuality(runs, decision) ?? quality, runs }))
    .sort((a, b) => a.quality - b.quality)
  const [best, first] = [levels.at(-1), today[0]]
  if (best === undefined || first === undefined)
    throw new HolonError('input-invalid', 'there are no runs', 'Give runs of today and of several qualities.')
  for (const { runs } of levels) paired(today, runs)
  const now = realQuality(today, decision)
  const goals = first.goals.map((goal) => fitGoal(goal, levels))
  const none = adjustKnown(goals.map(({ fit }) => (fit.knee === undefined ? null : fit.pValues.none)))
  const others = alternativesOf(first.goals, [
    { kind: 'best model', name: `quality ${best.quality.toFixed(2)}`, pairs: paired(today, best.runs) },
    ...versions.map((runs) => ({
      kind: 'version' as const,
      name: runs[0]?.version ?? '',
      pairs: paired(today, runs),
    })),
  ])
  return {
    system: first.system,
    seeds: today.map(({ seed }) => seed),
    today: now,
    goals: goals.map(({ goal, fit, ...rest }, i): GoalValue => {
      const p = none[i] ?? 1
      return {
        ...named(goal),
        ...rest,
        ...kneeVerdict(fit, p, now),
        ...straight(fit),
        pValues: { ...fit.pValues, none: p },
        alternatives: others[i] ?? [],
      }
    }),
  }
}

/** Area under the curve of what the models said in some runs, by how many decisions it is of. */
function realQuality(runs: readonly SimulationDocument[], decision: string | undefined): number | null {
  const known = runs
    .flatMap(({ quality }) => quality)
    .flatMap((one) =>
      one.auc === null || (decision !== undefined && one.decision !== decision)
        ? []
        : [{ auc: one.auc, n: one.n }],
    )
  const n = known.reduce((sum, one) => sum + one.n, 0)
  return n === 0 ? null : known.reduce((sum, one) => sum + one.auc * one.n, 0) / n
}

function fitGoal(goal: SimulatedGoal, levels: readonly Level[]) {
  const of = kindOf(levels.flatMap(({ runs }) => runs.map((run) => goalIn(run, goal.name))))
  const rows = levels.map(({ quality, runs }) => ({
    quality,
    values: runs.flatMap((run) => {
      const value = valueIn(of, goalIn(run, goal.name))
      return value === null ? [] : [{ value, run }]
    }),
  }))
  const observations = rows.flatMap(({ quality, values }) =>
    values.map(
      ({ value, run }): Observation => ({ x: quality, y: goodness(goal.target, value), block: run.seed }),
    ),
  )
  const points = rows.flatMap(({ quality, values }) => pointOf(goal.name, of, quality, values))
  return { goal, of, points, fit: fitKnee(observations) }
}

function pointOf(
  name: string,
  of: ValueKind,
  quality: number,
  values: readonly { readonly value: number; readonly run: SimulationDocument }[],
): ValuePoint[] {
  const [only] = values
  if (only === undefined) return []
  const moments = momentsOf(values.map(({ value }) => value))
  const { lower, upper } = meanInterval(moments)
  const own = of === 'measured' ? (goalIn(only.run, name)?.interval ?? null) : null
  return [{ quality, value: moments.mean, interval: moments.n > 1 ? [lower, upper] : own, runs: moments.n }]
}

function straight({ slope, slopeInterval: { lower, upper } }: KneeFit) {
  if (!Number.isFinite(slope)) return { slope: null, slopeInterval: null }
  const known = Number.isFinite(lower) && Number.isFinite(upper)
  return { slope: step * slope, slopeInterval: known ? ([step * lower, step * upper] as const) : null }
}

interface Candidate {
  readonly kind: Alternative['kind']
  readonly name: string
  readonly pairs: readonly RunPair[]
}

/** By goal, the most helpful first. */
function alternativesOf(
  goals: readonly SimulatedGoal[],
  candidates: readonly Candidate[],
): readonly (readonly Alternative[])[] {
  const all = goals.map((goal) =>
    candidates.map(({ kind, name, pairs }) => ({ kind, name, ...changeOf(pairs, goal) })),
  )
  const pValues = adjustKnown(all.flatMap((row) => row.map(({ good }) => good.pValue))).values()
  return all.map((row) =>
    row
      .map(({ kind, name, raw, good }) => {
        const pValue = pValues.next().value ?? null
        const verdict = verdictOn(good.difference, pValue)
        return {
          gain: good.difference,
          said: { kind, name, difference: raw.difference, interval: raw.interval, pValue, verdict },
        }
      })
      .sort((a, b) => (b.gain ?? -Infinity) - (a.gain ?? -Infinity))
      .map(({ said }) => said),
  )
}
