import { gather, outOfFold, probabilities, type Table, take } from '@holon/learn'
import type { Calibration } from 'holon'
import { applyCalibration, fitPlatt } from 'holon/stats'
import { isPlainFall } from '../domain/plain-fall.ts'
import { hertz } from '../domain/reading.ts'
import { type Judged, momentsOf } from './judged.ts'
import { type Recipe, tableFor } from './recipe.ts'
import type { Trial } from './trials.ts'

/** Share of trials without a fall that a threshold must leave alone among the persons it is chosen on. */
export const wantedSpecificity = 0.98

/** What a trial got from a model, a calibration and a threshold that had never seen its person. */
export interface TrialOutcome {
  readonly trial: number
  readonly subject: number
  readonly fall: boolean
  readonly scenario: string
  /** Highest calibrated probability of its moments, of a fall only of its impact; 0 without a moment. */
  readonly probability: number
  /** Whether that is beyond the threshold chosen on the others. */
  readonly alarm: boolean
  /** Whether one of those moments is a fall by plain physics, which asks no model. */
  readonly plain: boolean
}

/** A held-out person played as one stream of all that was no fall. */
export interface StreamOutcome {
  readonly subject: number
  readonly seconds: number
  readonly moments: number
  /** Calibrated probabilities beyond the threshold chosen on the others. */
  readonly alarms: number
  /** Of every moment, its calibrated probability, and whether it is a fall by plain physics. */
  readonly judged: readonly { readonly probability: number; readonly plain: boolean }[]
}

/** Everybody left out once. */
export interface LeftOut {
  readonly trials: readonly TrialOutcome[]
  readonly streams: readonly StreamOutcome[]
  /** Calibrated probability of every moment. */
  readonly moments: Float64Array
}

/**
 * Leaves each person out once. The model, its calibration and the threshold are learned from the others alone: the last
 * two from what models say of one of the others that had not seen that one either.
 */
export function leaveOneOut(recipe: Recipe, trials: readonly Trial[], moments: readonly Judged[]): LeftOut {
  const table = tableFor(recipe, moments)
  const subjects = moments.map(({ trial }) => (trials[trial] as Trial).subject)
  const calibrated = new Float64Array(moments.length)
  const people = [...new Set(trials.map(({ subject }) => subject))]
  const plain = plainFalls(trials, moments)
  const each = people.map((person) => {
    const rows = (keep: (subject: number) => boolean) =>
      Int32Array.from([...subjects.keys()].filter((row) => keep(subjects[row] as number)))
    const others = rows((subject) => subject !== person)
    const learned = learnFrom(recipe, trials, moments, table, others)
    const own = rows((subject) => subject === person)
    const said = learned.say(take(table, own))
    own.forEach((row, i) => {
      calibrated[row] = said[i] as number
    })
    const scores = trialScores(trials, moments, own, said)
    return {
      trials: trials.flatMap(({ subject, fall, scenario }, trial) => {
        if (subject !== person) return []
        const probability = scores.get(trial) ?? 0
        const alarm = probability > learned.threshold
        return [{ trial, subject, fall, scenario, probability, alarm, plain: plain.has(trial) }]
      }),
      stream: streamOf(trials, person, recipe, learned),
    }
  })
  return {
    trials: each.flatMap((one) => one.trials),
    streams: each.map((one) => one.stream),
    moments: calibrated,
  }
}

interface Learned {
  readonly threshold: number
  /** Calibrated probabilities. */
  say(table: Table): number[]
}

function learnFrom(
  recipe: Recipe,
  trials: readonly Trial[],
  moments: readonly Judged[],
  table: Table,
  rows: Int32Array,
): Learned {
  const labels = moments.map(({ label }) => label)
  const raw = outOfPerson(recipe, trials, moments, table, rows)
  const calibration = fitPlatt(raw, [...gather(labels, rows)])
  const model = recipe.fit(take(table, rows), gather(labels, rows))
  const apply = (said: readonly number[]) => said.map((one) => applyCalibration(calibration, one))
  return {
    threshold: thresholdOf(trials, trialScores(trials, moments, rows, apply(raw)), trialsOf(moments, rows)),
    say: (unseen) => apply([...probabilities(model, unseen)]),
  }
}

/** Raw probabilities of the rows, each person's by a model of the other persons among them. */
export function outOfPerson(
  recipe: Recipe,
  trials: readonly Trial[],
  moments: readonly Judged[],
  table: Table,
  rows: Int32Array,
): number[] {
  const subjects = [...rows].map((row) => (trials[(moments[row] as Judged).trial] as Trial).subject)
  const people = [...new Set(subjects)]
  const folds = Int32Array.from(subjects, (subject) => people.indexOf(subject))
  const own = take(table, rows)
  const labels = Int8Array.from(rows, (row) => (moments[row] as Judged).label)
  const said = outOfFold(folds, (train) => {
    const model = recipe.fit(take(own, train), gather(labels, train))
    return (test) => probabilities(model, take(own, test))
  })
  return [...said]
}

/** The calibration of a model of all moments, from what models said of persons they had not seen. */
export function calibrationOf(
  recipe: Recipe,
  trials: readonly Trial[],
  moments: readonly Judged[],
): Calibration {
  const rows = Int32Array.from(moments.keys())
  const raw = outOfPerson(recipe, trials, moments, tableFor(recipe, moments), rows)
  return fitPlatt(
    raw,
    moments.map(({ label }) => label),
  )
}

/** The highest probability of each trial's moments; of a fall only its impact counts, whatever else alarms. */
function trialScores(
  trials: readonly Trial[],
  moments: readonly Judged[],
  rows: Int32Array,
  said: readonly number[],
): ReadonlyMap<number, number> {
  const scores = new Map<number, number>()
  rows.forEach((row, i) => {
    const { trial, label } = moments[row] as Judged
    if (trials[trial]?.fall === true && label === 0) return
    scores.set(trial, Math.max(scores.get(trial) ?? 0, said[i] as number))
  })
  return scores
}

/** The lowest threshold that leaves the wanted share of trials without a fall alone. */
function thresholdOf(
  trials: readonly Trial[],
  scores: ReadonlyMap<number, number>,
  among: ReadonlySet<number>,
): number {
  const people = new Set([...among].map((trial) => (trials[trial] as Trial).subject))
  const negatives = trials
    .flatMap(({ fall, subject }, trial) => (fall || !people.has(subject) ? [] : [scores.get(trial) ?? 0]))
    .sort((a, b) => b - a)
  return negatives[Math.floor((1 - wantedSpecificity) * negatives.length)] as number
}

function trialsOf(moments: readonly Judged[], rows: Int32Array): ReadonlySet<number> {
  return new Set([...rows].map((row) => (moments[row] as Judged).trial))
}

function streamOf(
  trials: readonly Trial[],
  person: number,
  recipe: Recipe,
  { say, threshold }: Learned,
): StreamOutcome {
  const readings = trials
    .filter(({ subject, fall }) => subject === person && !fall)
    .flatMap((trial) => trial.readings)
  const found = momentsOf(readings)
  const said = say(tableFor(recipe, found))
  return {
    subject: person,
    seconds: readings.length / hertz,
    moments: found.length,
    alarms: said.filter((one) => one > threshold).length,
    judged: found.map(({ features }, i) => ({
      probability: said[i] as number,
      plain: isPlainFall(features),
    })),
  }
}

/** Trials with a moment that is a fall by plain physics; of a fall only its impact counts. */
function plainFalls(trials: readonly Trial[], moments: readonly Judged[]): ReadonlySet<number> {
  const plain = moments.filter(
    ({ features, label, trial }) => isPlainFall(features) && (label === 1 || trials[trial]?.fall === false),
  )
  return new Set(plain.map(({ trial }) => trial))
}
