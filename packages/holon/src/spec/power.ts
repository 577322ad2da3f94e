import type { FlightUnit } from './flight.ts'

/** A flight to be planned for a goal, as far as it is not the usual one. What is given stands in for what is measured. */
export interface PowerOptions {
  /** The smallest difference worth finding, in the unit of the goal. Default: a tenth of the baseline. */
  readonly effect?: number
  /** Probability of finding it where it is there, between 0 and 1. Default 0.8. */
  readonly power?: number
  /** Probability of finding one where there is none, over all arms together. Default 0.05. */
  readonly alpha?: number
  /** Arms of equal size, the control among them: 2 to 20. Default 2. */
  readonly arms?: number
  /** Share of all units that take part, above 0 and up to 1. Default 1. */
  readonly share?: number
  /** Correlation of what a unit does before and after it met the flight, from 0 to below 1. Default 0. */
  readonly correlation?: number
  /** What stays in its arm. Default: a person, or whatever the goal is measured per. */
  readonly unit?: FlightUnit
  readonly baseline?: number
  /** Of one unit. */
  readonly variance?: number
  readonly unitsPerDay?: number
  /** The decisions that are measured, in milliseconds since 1970; `from` inclusive, `to` exclusive. Default: the last 28 days. */
  readonly from?: number
  readonly to?: number
}

/** What the log says of a goal now; null where it says nothing. */
export interface PowerMeasured {
  readonly baseline: number | null
  readonly variance: number | null
  /** Units for which the goal is known. */
  readonly units: number
  /** Days in which they came. */
  readonly days: number
  readonly unitsPerDay: number | null
}

/** `fixed`: looked at once, at the end. `always-valid`: as often as one likes, as scorecards do. */
export type PowerTest = 'fixed' | 'always-valid'

/** The smallest difference that is found with the wanted power after so many days; null where none is. */
export interface Detectable {
  readonly days: number
  readonly units: number
  readonly effect: number | null
}

/** What one way of testing takes. */
export interface PowerPlan {
  readonly test: PowerTest
  /** Whether what units did before they met the flight is taken out (CUPED). */
  readonly adjusted: boolean
  /** Over all arms, rounded up; null where baseline, variance or effect is not known, or cannot be. */
  readonly units: number | null
  readonly days: number | null
  /** Empty where it is not known how many units come. */
  readonly curve: readonly Detectable[]
}

/** `GET /api/v1/systems/{system}/goals/{goal}/power`: how many units, and days, a flight needs to find an effect on a goal. */
export interface PowerDocument {
  readonly goal: string
  /** In which baseline and effect are told. Of a goal that is a count or a sum: for each unit of the flight. */
  readonly valueUnit: string
  readonly unit: FlightUnit
  readonly measured: PowerMeasured
  /** What is reckoned with: as asked, as measured, or the usual. */
  readonly assumed: Required<Pick<PowerOptions, 'power' | 'alpha' | 'arms' | 'share' | 'correlation'>> & {
    readonly effect: number | null
    readonly baseline: number | null
    readonly variance: number | null
    readonly unitsPerDay: number | null
  }
  /** Fixed and always-valid; where there is a correlation, each of them adjusted too. */
  readonly plans: readonly PowerPlan[]
  /** What it takes, or what is missing, in a sentence. */
  readonly words: string
}
