import type { ValueKind } from '../spec/simulated-comparison.ts'
import type { SimulatedGoal, SimulationDocument } from '../spec/simulation.ts'
import { studentQuantile, studentSurvival } from '../stats/distribution/student-t.ts'
import { momentsOf, variance } from '../stats/moments.ts'
import { goalIn, kindOf, valueIn } from './goal-in-run.ts'

/** The runs of two versions on one world, of one seed. */
export interface RunPair {
  readonly before: SimulationDocument
  readonly after: SimulationDocument
}

/** A difference of two versions on one goal, before the other goals are looked at. */
export interface PairedDifference {
  readonly of: ValueKind
  readonly before: number | null
  readonly after: number | null
  readonly difference: number | null
  readonly interval: readonly [number, number] | null
  readonly from: 'seeds' | 'stretches'
  readonly pairs: number
  readonly pValue: number | null
}

/**
 * The difference of two versions on one goal, by some measure of its values: over the seeds, or, of a single pair of
 * runs, over their stretches of time. Student's t; neighbouring stretches that look alike count for less.
 */
export function pairedDifference(
  pairs: readonly RunPair[],
  name: string,
  measure: (value: number) => number = (value) => value,
): PairedDifference {
  const goals = pairs.map(({ before, after }) => ({
    before: goalIn(before, name),
    after: goalIn(after, name),
  }))
  const of = kindOf(goals.flatMap(({ before, after }) => [before, after]))
  const values = goals.flatMap(({ before, after }) => both(valueIn(of, before), valueIn(of, after)))
  const head = {
    of,
    before: meanOf(values.map((one) => one.before)),
    after: meanOf(values.map((one) => one.after)),
  }
  const differences = values.map(({ before, after }) => measure(after) - measure(before))
  const [only] = goals
  if (pairs.length > 1 || only?.before === undefined || only.after === undefined)
    return { ...head, from: 'seeds', ...judged(differences, 1) }
  return { ...head, ...overTime(of, only.before, only.after, measure, differences[0] ?? null) }
}

/** What the stretches say of the whole: of a count they add up, of anything else they average out. */
function overTime(
  of: ValueKind,
  before: SimulatedGoal,
  after: SimulatedGoal,
  measure: (value: number) => number,
  whole: number | null,
) {
  const later = new Map(after.overTime.map((stretch) => [stretch.day, valueIn(of, stretch)]))
  const values = before.overTime.flatMap((stretch) =>
    both(valueIn(of, stretch), later.get(stretch.day) ?? null),
  )
  const differences = values.map((one) => measure(one.after) - measure(one.before))
  const adds = isSum(of, before) && isSum(of, after)
  const { difference, interval, ...said } = judged(differences, alike(differences))
  const factor = adds ? differences.length : 1
  // The mean of the stretches is not quite the difference of the whole: the interval is moved there.
  const shift = whole === null || difference === null ? 0 : whole - factor * difference
  return {
    from: 'stretches' as const,
    difference: whole,
    interval: interval && ([factor * interval[0] + shift, factor * interval[1] + shift] as const),
    ...said,
  }
}

/** Whether the stretches of a goal add up to its value, as those of a count do. */
function isSum(of: ValueKind, goal: SimulatedGoal): boolean {
  const parts = goal.overTime.map((stretch) => valueIn(of, stretch) ?? 0)
  const whole = valueIn(of, goal)
  const sum = parts.reduce((total, part) => total + part, 0)
  return parts.length > 1 && whole !== null && Math.abs(sum - whole) <= 1e-9 * Math.abs(whole)
}

/** By how much each value counts, given how alike neighbours are: (1 - r) / (1 + r), never more than wholly. */
function alike(values: readonly number[]): number {
  const mean = meanOf(values) ?? 0
  const off = values.map((value) => value - mean)
  const squares = off.reduce((sum, one) => sum + one * one, 0)
  const products = off.slice(1).reduce((sum, one, i) => sum + one * (off[i] ?? 0), 0)
  if (values.length < 4 || squares === 0) return 1
  // The estimate is about 1 / n too low.
  const correlation = Math.min(0.95, Math.max(0, products / squares + 1 / values.length))
  return (1 - correlation) / (1 + correlation)
}

function judged(differences: readonly number[], counts: number) {
  const moments = momentsOf(differences)
  const { n, mean } = moments
  const said = { pairs: n, difference: n === 0 ? null : mean }
  const worth = n * counts
  if (n < 2 || worth < 2) return { ...said, interval: null, pValue: null }
  const error = Math.sqrt(variance(moments) / worth)
  const half = studentQuantile(0.975, worth - 1) * error
  const pValue = error === 0 ? Number(mean === 0) : 2 * studentSurvival(Math.abs(mean) / error, worth - 1)
  return { ...said, interval: [mean - half, mean + half] as const, pValue }
}

function both(before: number | null, after: number | null) {
  return before === null || after === null ? [] : [{ before, after }]
}

const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
