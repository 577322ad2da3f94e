import { binomialQuantile } from 'holon/stats'
import type { Draws } from './draws.ts'

/** A promise of a method: how often it may be wrong by chance. */
export interface Check {
  readonly name: string
  /** Share of experiments in which it errs, if it does what it says. */
  readonly nominal: number
  /** Whether it promises to err no more often than that, rather than just so often: at every look, or of whole numbers. */
  readonly atMost?: boolean
  /** Simulates one experiment and says whether the method erred: an alarm without cause, or an interval that misses. */
  errs(draws: Draws): boolean
}

/** What is promised, however it is tried. */
export type Promised = Pick<Check, 'name' | 'nominal' | 'atMost'>

/** What a check showed. */
export interface Outcome {
  readonly check: Promised
  readonly runs: number
  readonly errors: number
  /** Fewest and most errors that chance leaves with a probability of 99 % to a method that keeps its promise. */
  readonly allowed: readonly [number, number]
}

/** Repeats an experiment, each time with chance of its own. */
export function repeated(check: Check, runs: number, draws: Draws): Outcome {
  let errors = 0
  for (let run = 0; run < runs; run += 1) if (check.errs(draws)) errors += 1
  return outcomeOf(check, runs, errors)
}

/** Judges a number of errors. */
export function outcomeOf(check: Promised, runs: number, errors: number): Outcome {
  const least = check.atMost === true ? 0 : binomialQuantile(0.005, runs, check.nominal)
  return { check, runs, errors, allowed: [least, binomialQuantile(0.995, runs, check.nominal)] }
}

/** Whether a promise was kept, as far as chance can tell. */
export const kept = ({ errors, allowed: [least, most] }: Outcome): boolean =>
  errors >= least && errors <= most

const percent = (part: number, of: number): string => `${((100 * part) / of).toFixed(2)} %`

/** One line of the table. */
export function lineOf(outcome: Outcome): string {
  const { check, runs, errors, allowed } = outcome
  const [least, most] = allowed.map((errors) => percent(errors, runs))
  return [
    check.name.padEnd(66),
    `${check.atMost === true ? 'at most ' : ''}${(100 * check.nominal).toFixed(check.nominal < 0.02 ? 0 : 1)} %`.padEnd(
      14,
    ),
    percent(errors, runs).padStart(8),
    `${check.atMost === true ? `up to ${most}` : `${least} to ${most}`}`.padStart(20),
    kept(outcome) ? '  kept' : errors < allowed[0] ? '  CAREFUL' : '  BROKEN',
  ].join(' ')
}

/** Over the lines. */
export const heading = [
  'promise'.padEnd(66),
  'nominal'.padEnd(14),
  'erred'.padStart(8),
  'chance allows'.padStart(20),
].join(' ')
