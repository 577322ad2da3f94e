import { HolonError } from '../../spec/error.ts'
import { requireProbability, requireShare } from '../argument.ts'
import { contrast, type Weighted } from '../interval/contrast.ts'
import { hajekMean, rangeInterval } from './hajek.ts'
import type { SelectiveMean } from './selective-mean.ts'

/** One person who was served, whether they said something unasked, and whether chance had them asked. */
export interface Served {
  /** What is known of everybody: experience, place, device. Those who answer are taken to be like the others of it. */
  readonly stratum?: string
  /** What they said unasked. */
  readonly volunteered?: number
  /** With what probability they were to be asked if they said nothing, and what they answered. Absent: they were not asked. */
  readonly asked?: { readonly probability: number; readonly answer?: number }
}

/** What people who spoke up say, beside what everybody would. */
export interface AuditedMean {
  /** The mean of what was volunteered, as if those who speak up were like all. */
  readonly naive: {
    readonly value: number
    readonly lower: number
    readonly upper: number
    readonly n: number
  } | null
  /**
   * The mean of what was volunteered, weighted to the sizes of the strata: right if, in each of them, those who speak up
   * are like those who do not. Null where a stratum was silent.
   */
  readonly reweighted: { readonly value: number; readonly lower: number; readonly upper: number } | null
  /** From the random audit; bounds without one. */
  readonly corrected: SelectiveMean
  /** Share of the asked who answered. Null when nobody was asked. */
  readonly responded: number | null
}

/** How values lie, and how sure to be. */
export interface AuditOptions {
  readonly range?: readonly [number, number]
  readonly confidence?: number
}

/** Fewer answers of asked people are no audit. */
const leastAnswers = 10

/**
 * The mean of what all who were served would say, from those who speak up and a random audit of those who do not: double
 * sampling for non-response (M. Hansen and W. Hurwitz, 1946). Volunteers stand for themselves only, however loud; the
 * silent are represented by those of them that chance had asked, weighted by the probability of being asked, and by the
 * share of answers in their stratum. The interval adds the squared distances of both phases' score intervals (G. Zou and A.
 * Donner, 2008). Without an audit nothing is known of the silent, so
 * the answer is bounds.
 *
 * What it cannot see: asked people who do not answer, and differ from those of their stratum who do. `responded` says how
 * many they are.
 *
 * @throws HolonError `data-invalid` for nobody, or a value outside the range (default 0 to 1).
 * @example
 * ```ts
 * auditedMean([{ volunteered: 0 }, {}, {}]).corrected // bounds from 0 to 0.667
 * ```
 */
export function auditedMean(people: readonly Served[], options: AuditOptions = {}): AuditedMean {
  const { range = [0, 1], confidence = 0.95 } = options
  requireShare('confidence', confidence)
  mustBeSound(people, range)
  const spoke = people.flatMap(({ volunteered }) => (volunteered === undefined ? [] : [volunteered]))
  const asked = people.filter((one) => one.volunteered === undefined && one.asked !== undefined)
  const answers = asked.filter((one) => one.asked?.answer !== undefined).length
  const silent = people.length - spoke.length
  return {
    naive: spoke.length === 0 ? null : { ...plain(spoke, range, confidence), n: spoke.length },
    reweighted: reweighted(people, range, confidence),
    corrected:
      silent > 0 && answers < leastAnswers
        ? unaudited(people.length, spoke, range, answers)
        : corrected(people, range, confidence),
    responded: asked.length === 0 ? null : answers / asked.length,
  }
}

function plain(values: readonly number[], range: readonly [number, number], confidence: number) {
  const rows = values.map((value) => ({ value, weight: 1 }))
  const { value, interval } = hajekMean(rows, range, confidence)
  return { value, ...interval }
}

/** Strata by name, with those who spoke in them. */
function reweighted(people: readonly Served[], range: readonly [number, number], confidence: number) {
  const rows = [...Map.groupBy(people, ({ stratum = '' }) => stratum).values()].map((all) => {
    const values = all.flatMap(({ volunteered }) => (volunteered === undefined ? [] : [volunteered]))
    return values.map((value) => ({ value, weight: all.length / values.length }))
  })
  if (rows.some((one) => one.length === 0)) return null
  const { value, interval } = hajekMean(rows.flat(), range, confidence)
  return { value, ...interval }
}

function unaudited(
  n: number,
  spoke: readonly number[],
  [lowest, highest]: readonly [number, number],
  answers: number,
): SelectiveMean {
  const sum = spoke.reduce((total, one) => total + one, 0)
  const silent = n - spoke.length
  return {
    kind: 'bounds',
    lowest: (sum + silent * lowest) / n,
    highest: (sum + silent * highest) / n,
    assuming: 'nothing',
    because: `${silent} of ${n} said nothing, and ${answers} answers of people asked at random do not speak for them: it takes ${leastAnswers}.`,
  }
}

function corrected(
  people: readonly Served[],
  range: readonly [number, number],
  confidence: number,
): SelectiveMean {
  const rows = weightedRows(people)
  const heard = rows.filter((row) => row.audited)
  const value = rows.reduce((sum, row) => sum + row.weight * row.value, 0) / people.length
  // Those who were served are a sample themselves: the first phase. The second is who of the silent was asked.
  const first = { value, ...rangeInterval(value, people.length, range, confidence) }
  const second = heard.length === 0 ? [] : [secondPhase(heard, people.length, range, confidence)]
  const both = contrast([{ ...first, weight: 1 }, ...second])
  const [lower, upper] = [Math.max(range[0], both.lower), Math.min(range[1], both.upper)]
  const effectiveSampleSize = people.length * ((first.upper - first.lower) / (upper - lower)) ** 2
  return { kind: 'estimate', method: 'audit', value, interval: { lower, upper }, effectiveSampleSize }
}

/** How far the mean over everybody may be off because some of the silent were asked instead of all: around 0. */
function secondPhase(
  heard: readonly Row[],
  people: number,
  range: readonly [number, number],
  confidence: number,
): Weighted {
  const silent = heard.reduce((sum, { weight }) => sum + weight, 0)
  const { value, interval } = hajekMean(heard, range, confidence)
  const weight = (silent / people) * Math.sqrt(Math.max(0, 1 - heard.length / silent))
  return { value: 0, lower: interval.lower - value, upper: interval.upper - value, weight }
}

interface Row {
  readonly value: number
  readonly weight: number
  readonly audited: boolean
}

/** Volunteers count once; of a stratum's silent each answer counts for as many as they are, by the chance to be asked. */
function weightedRows(people: readonly Served[]): readonly Row[] {
  const quiet = people.filter((one) => one.volunteered === undefined)
  const strata = [...Map.groupBy(quiet, ({ stratum = '' }) => stratum).values()]
  const answered = strata.map((all) =>
    all.flatMap(({ asked }) =>
      asked?.answer === undefined ? [] : [{ value: asked.answer, weight: 1 / asked.probability }],
    ),
  )
  // A stratum nobody answered for is represented by the answers of all the others.
  const unheard = strata.reduce(
    (sum, all, index) => sum + (answered[index]?.length === 0 ? all.length : 0),
    0,
  )
  const share = quiet.length === 0 ? 1 : quiet.length / (quiet.length - unheard)
  return [
    ...people.flatMap(({ volunteered }) =>
      volunteered === undefined ? [] : [{ value: volunteered, weight: 1, audited: false }],
    ),
    ...answered.flatMap((rows, index) => {
      const weights = rows.reduce((sum, { weight }) => sum + weight, 0)
      const scale = ((strata[index]?.length ?? 0) * share) / weights
      return rows.map(({ value, weight }) => ({ value, weight: weight * scale, audited: true }))
    }),
  ]
}

function mustBeSound(people: readonly Served[], [lowest, highest]: readonly [number, number]): void {
  if (people.length === 0) throw invalid('nobody was served')
  for (const { volunteered, asked } of people) {
    for (const value of [volunteered, asked?.answer]) {
      if (value !== undefined && !(value >= lowest && value <= highest))
        throw invalid(`${value} is outside the range`)
    }
    if (asked === undefined) continue
    requireProbability('probability', asked.probability)
    if (asked.probability === 0) throw invalid('somebody was asked with probability 0')
  }
}

const invalid = (what: string): HolonError =>
  new HolonError('data-invalid', what, 'Give everybody who was served, with values in the range.')
