import type { Duration } from './duration.ts'
import type { FlightDocument, Judge } from './flight.ts'
import type { IndicatorNote } from './indicators.ts'
import type { ChangeVerdict, GoalNamed } from './simulated-comparison.ts'

/** What a scorecard is asked with. */
export interface ScorecardOptions {
  /** Public context fields of the flight's decision whose values the main goal is split by. */
  readonly slices?: readonly string[]
  /** Takes out of the main and guard goals what so long before a unit met the flight explains (CUPED). */
  readonly before?: Duration
  /** Stretches since a unit met the flight, in which the main goal is compared for novelty. */
  readonly sinceMet?: Duration
}

/** An estimated effect with the range it may lie in at 95 %, in the sense in which the flight is judged (`Judging.words`). */
export interface EffectEstimate {
  readonly estimate: number
  readonly interval: readonly [number, number]
}

/** What a change did to one number, against the control. */
export interface ArmEffect {
  readonly arm: string
  /** Units in the arm, and in the control. */
  readonly n: number
  readonly controlN: number
  readonly value: number | null
  readonly control: number | null
  /** In the unit of the goal; null where there is too little to estimate it from, or no look was taken yet. */
  readonly absolute: EffectEstimate | null
  /** As a share of the control's size; null over a control of 0. */
  readonly relative: EffectEstimate | null
  /** Of no effect, valid as the flight is judged; null where there is no estimate, and of a Bayesian one. */
  readonly pValue: number | null
  /** Corrected for the goals and arms beside it (Holm). */
  readonly adjusted: number | null
  readonly verdict: ChangeVerdict
  /** Share of the variance that the time before took out; absent where it was not asked for. */
  readonly varianceReduction?: number
  /** Of a group-sequential look: how many standard errors it is from no effect, to compare with the look's `bound`. */
  readonly z?: number
  /** Of a flight that is judged by Bayes' rule. */
  readonly posterior?: EffectPosterior
}

/** What to believe of an effect, given the prior and the data. */
export interface EffectPosterior {
  /** That the arm is better than the control; null where the target has two ends and the control is between them. */
  readonly chanceBetter: number | null
  /** Expected, in the unit of the goal: by taking the arm although it is worse, and by keeping the control. Null as above. */
  readonly lossOfTaking: number | null
  readonly lossOfKeeping: number | null
}

/** A look at a flight that is judged at some numbers of units only. What was seen then is what is judged from then on. */
export interface FlightLook {
  /** From 1. A look that came late stands for those it missed. */
  readonly look: number
  readonly at: number
  readonly units: number
  /** Share of the planned units. */
  readonly information: number
  /** Standard errors from no effect that it took at this look, and the error that is spent up to it: of one goal. */
  readonly bound: number
  readonly spent: number
  readonly goals: readonly GoalEffects[]
}

/** How a flight is judged, and how far it is. */
export interface Judging {
  readonly method: Judge['method']
  /** What its intervals and p-values, or posteriors, mean. */
  readonly words: string
  /** Units so far. */
  readonly units: number
  /** With looks: how many units it is planned for, the looks so far, and the next one. */
  readonly plan?: {
    readonly units: number
    readonly looks: readonly Omit<FlightLook, 'goals'>[]
    /** Absent after the last. */
    readonly next?: { readonly look: number; readonly atUnits: number; readonly missing: number }
  }
}

/** An effect on decisions whose answers are still coming, each arm corrected by how soon they come in it. */
export interface EarlyArmEffect
  extends Pick<
    ArmEffect,
    'arm' | 'n' | 'controlN' | 'value' | 'control' | 'absolute' | 'relative' | 'pValue'
  > {
  /** Share of what will come that has come by now, in the arm and in the control. */
  readonly arrived: number
  readonly controlArrived: number
}

/** Effects on decisions that do not count yet. No verdict rests on them. */
export interface EarlyEffects {
  /** How long after a decision it counts. */
  readonly within: string
  /** Empty where nobody knows yet, and `because` says why. */
  readonly effects: readonly EarlyArmEffect[]
  readonly because: string
}

/** One goal between the arms: an effect for each arm but the control. */
export interface GoalEffects extends GoalNamed {
  /** Organizational goals are guards, whether or not the flight says so. */
  readonly role: 'main' | 'guard' | 'other'
  /** What one unit gives: `person`, or `decision` where the measure has no average over a person. */
  readonly per: 'person' | 'episode' | 'decision'
  readonly effects: readonly ArmEffect[]
  /** Why it cannot be compared, in words. */
  readonly because?: string
  /** What to expect of decisions that do not count yet; absent where none wait, or nobody knows how to. */
  readonly early?: EarlyEffects
  /** Of a leading indicator: what other flights showed of it, goal by goal that it supports. */
  readonly indicates?: readonly IndicatorNote[]
}

/** Cost of the decision, beside what it is worth: lower is better. */
export interface CostEffects {
  readonly name: 'cost' | 'latency' | 'failures'
  readonly unit: string
  readonly effects: readonly ArmEffect[]
}

/** Whether units came in the shares that the flight gives them. */
export interface SampleRatio {
  readonly arms: readonly { readonly arm: string; readonly share: number; readonly n: number }[]
  /** Of the designed shares; `fixed` for one look, `anytime` however often one looks; null before anybody came. */
  readonly fixed: number | null
  readonly anytime: number | null
  readonly mismatch: boolean
}

/** Whether something is seen of all arms alike; where it is not, those who are missing may explain an effect. */
export interface Missing {
  readonly what: string
  readonly arms: readonly { readonly arm: string; readonly n: number; readonly of: number }[]
  readonly pValue: number | null
  readonly uneven: boolean
  /** Whether nothing can be said of the flight where it is uneven: units are lost, rather than answers that a change may bring. */
  readonly blocks: boolean
}

/** The effect on the main goal in one stretch of time since a unit met the flight. */
export interface NoveltyPoint {
  readonly stretch: number
  readonly effects: readonly ArmEffect[]
}

/** How the effect on the main goal changes the longer people live with it. */
export interface Novelty {
  readonly every: string
  readonly points: readonly NoveltyPoint[]
  /** By arm: change of the absolute effect from one stretch to the next. */
  readonly trends: readonly {
    readonly arm: string
    readonly slope: number
    readonly interval: readonly [number, number]
    readonly words: string
  }[]
}

/** The main goal among those of one value of a public field. */
export interface SliceEffects {
  readonly field: string
  readonly slice: number | string | boolean | null
  readonly effects: readonly ArmEffect[]
}

/** What a level of one factor does over all levels of the others, or what two do together beyond that. */
export interface FactorEffect {
  readonly factor: string
  readonly level: string
  /** With it, an interaction. */
  readonly with?: { readonly factor: string; readonly level: string }
  readonly effect: EffectEstimate | null
  readonly pValue: number | null
  readonly words: string
}

/**
 * How many more units an effect of that size needs to be seen in `power` of such flights: in 8 of 10, or, where the looks are
 * planned, in as many as by the last of them.
 */
export interface HowMuchLonger {
  readonly effect: number
  readonly power: number
  /** Times the units so far; 0 where they suffice; null where none could. */
  readonly timesMore: number | null
  readonly unitsMore: number | null
  readonly words: string
}

/** One rule of the verdict, and whether it holds now. */
export interface VerdictRule {
  readonly rule: string
  readonly holds: boolean
  readonly because: string
}

/** What to do, by rules that are stated: the first that holds decides. */
export interface FlightVerdict {
  readonly say: 'ship' | 'stop' | 'keep running' | 'cannot say'
  /** The arm it is about, where it is about one. */
  readonly arm?: string
  readonly words: string
  readonly rules: readonly VerdictRule[]
}

/** `GET /api/v1/systems/{system}/flights/{flight}/scorecard` */
export interface ScorecardDocument {
  readonly system: string
  readonly flight: FlightDocument
  readonly at: number
  readonly verdict: FlightVerdict
  /**
   * How the goals are judged. Costs, stretches, slices and factors hold however often one looks, whatever it is. Always
   * there; absent in what was kept before flights said how they are judged.
   */
  readonly judging?: Judging
  readonly sampleRatio: SampleRatio
  /** Who or what is missing, and whether evenly. */
  readonly missing: readonly Missing[]
  /** In the order of the layers, those with a measure. */
  readonly goals: readonly GoalEffects[]
  readonly costs: readonly CostEffects[]
  readonly novelty?: Novelty
  /** By field as asked; of each, numbers by size and text by name, the slice of unknown value (null) last. */
  readonly slices: readonly SliceEffects[]
  readonly factors: readonly FactorEffect[]
  readonly longer?: HowMuchLonger
}
