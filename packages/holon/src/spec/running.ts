import type {
  EraseAnswer,
  Explanation,
  Fault,
  GoalDocument,
  LatestDocument,
  RecordDocument,
  ReplayDocument,
  StreamEvent,
  Style,
  SystemDocument,
} from './api.ts'
import type { Duration } from './duration.ts'
import type { FairnessDocument } from './fairness.ts'
import type { AssigningDocument, FlightDocument, FlightRequest, RampRequest, StopRequest } from './flight.ts'
import type {
  CaseAnswer,
  CaseDocument,
  CaseOptions,
  EpisodeDocument,
  LatchDocument,
  LatchReset,
} from './following.ts'
import type { IndicatorsDocument } from './indicators.ts'
import type { Json } from './json.ts'
import type { LearnedDocument, LearnedOptions, LearningDocument, LearnRequest } from './learned.ts'
import type { LoopOptions, LoopsDocument } from './loops.ts'
import type { LoggedDocument, LoggedRequest, OffPolicyDocument, OffPolicyRequest } from './off-policy.ts'
import type { PowerDocument, PowerOptions } from './power.ts'
import type { Intervention, Reason } from './record.ts'
import type { ScorecardDocument, ScorecardOptions } from './scorecard.ts'
import type { Tunings } from './tunings.ts'
import type { ExperienceReport, TuneRequest, TuningDocument, WhatIfDocument } from './utilities.ts'

/** Circumstances of a decision that are not its context. */
export interface DecideOptions {
  /** Whom it concerns. Stored sealed; a pseudonym stands for them everywhere else. */
  readonly subject?: string
  /** Ties the steps of one story together. */
  readonly episode?: string
  /**
   * Idempotency key: the same key answers the same decision again instead of deciding twice. Those that begin with
   * `ladder/` are taken.
   */
  readonly key?: string
}

/** What `decide` answers. Typed more closely by `Holon<S>`, where the experience's name narrows its parameters. */
export interface Answer {
  readonly id: string
  readonly experience: string
  readonly style: Style
  readonly forcefulness: number
  readonly parameters: unknown
  readonly text?: string
  readonly prediction: Json
  readonly explanation?: Explanation
  readonly reason: Reason
  readonly code?: string
  readonly degraded: boolean
  readonly guardrails: readonly Intervention[]
  readonly propensity: number
  /** Feedback that this person is to be asked for: chance drew them for an audit. */
  readonly audits: readonly string[]
  readonly model: readonly { readonly name: string; readonly version: string }[]
  /** Arm of every flight it takes part in. */
  readonly arms: Readonly<Record<string, string>>
  readonly snapshot: string
  /** The episode it belongs to: the one given; the id of the decision, where it begins a ladder without one. */
  readonly episode?: string
}

/** Which decisions to measure: by time (milliseconds since 1970, `from` inclusive, `to` exclusive), sliced by a public context field. */
export interface GoalOptions {
  readonly from?: number
  readonly to?: number
  readonly slice?: string
}

/** Which decisions to report on, by time like goals, in stretches of what length: default `'1 hour'`. */
export interface ReportOptions extends Pick<GoalOptions, 'from' | 'to'> {
  readonly every?: Duration
}

/** Which decisions to look at for fairness, by time like goals. */
export type FairnessOptions = Pick<GoalOptions, 'from' | 'to'>

/** What is read from the warehouse, and so has SQL. */
export type Measuring = {
  readonly [K in 'goals' | 'experience' | 'scorecard' | 'fairness' | 'power' | 'logged']: (
    ...asked: Parameters<Running[K]>
  ) => Promise<unknown>
}

/** A system at work, names and values unchecked by the compiler: what a server, a command line or a studio holds. */
export interface Running {
  readonly name: string
  document(): SystemDocument
  /** @throws HolonError `name-unknown`, `context-invalid`, `key-conflict`, `log-full`, `log-unavailable` */
  decide(decision: string, context: unknown, options?: DecideOptions): Promise<Answer>
  /**
   * Records what came back: feedback, correction or outcome by its declared name, or `exposure` with true.
   * The same name and key again changes nothing, unless `change` is set: then the value replaces the earlier one. Keys that
   * begin with `case/` are taken.
   * @throws HolonError `decision-id-invalid`, `name-unknown`, `value-invalid`, `log-full`, `log-unavailable`
   */
  feedback(
    id: string,
    name: string,
    value: unknown,
    options?: { readonly key?: string; readonly change?: boolean },
  ): Promise<void>
  /** Takes back the values of a name (of one key, if given). Errors as `feedback`. */
  retract(id: string, name: string, options?: { readonly key?: string }): Promise<void>
  /** @throws HolonError `decision-id-invalid`, `decision-unknown` */
  record(id: string): Promise<RecordDocument>
  latest(options?: { readonly limit?: number; readonly before?: number }): Promise<LatestDocument>
  /** Values of all goals, in the order of declaration. @throws HolonError `warehouse-unavailable` */
  goals(options?: GoalOptions): Promise<readonly GoalDocument[]>
  /** Decides a recorded decision again. @throws HolonError `decision-unknown`, `person-erased`, `snapshot-unknown` */
  replay(id: string): Promise<ReplayDocument>
  /** Breaks a model on purpose, or restores it with `{ kind: 'none' }`. @throws HolonError `name-unknown` */
  setFault(model: string, fault: Fault): Promise<void>
  /** How the ladder of an episode stands, and the decisions in it. @throws HolonError `not-found` */
  episode(episode: string): Promise<EpisodeDocument>
  /**
   * The cases that decisions handed to people, with what they need to answer them: the most urgent first, or the latest
   * answered first. @throws HolonError `name-unknown`
   */
  queue(options?: CaseOptions): Promise<readonly CaseDocument[]>
  /**
   * Keeps a case for somebody for ten minutes. @throws HolonError `not-found`, `case-answered`, `case-claimed`,
   * `input-invalid`
   */
  claimCase(id: string, by: string): Promise<CaseDocument>
  /**
   * Answers a case: records the feedback it asks for, and who gave it. Errors as `claimCase` and `feedback`.
   */
  answerCase(id: string, value: unknown, answer: Omit<CaseAnswer, 'value'>): Promise<CaseDocument>
  /** The guardrails that have latched. */
  latches(): readonly LatchDocument[]
  /**
   * Records what a guardrail did to an action on its way to the hardware, with the parameters that were wanted; where it
   * latched, it is latched for the decision. @throws HolonError `log-full`, `log-unavailable`
   */
  intervened(decision: string, intervention: Intervention, wanted: unknown, person?: string): Promise<void>
  /** Lets a latched guardrail go; who and why is recorded. @throws HolonError `not-found`, `input-invalid` */
  resetLatch(reset: LatchReset): Promise<void>
  /** Versions of the utilities that were tuned, oldest first. */
  tunings(): Promise<readonly TuningDocument[]>
  /** Puts other utilities to work, as a new version. @throws HolonError `name-unknown`, `input-invalid` */
  tune(request: TuneRequest): Promise<TuningDocument>
  /** What the latest decisions (default 500) would have been with other utilities. @throws HolonError `name-unknown`, `input-invalid` */
  whatIf(decision: string, experiences: Tunings[string], limit?: number): Promise<WhatIfDocument>
  /**
   * Starts a flight. @throws HolonError `name-unknown`, `input-invalid`; `flight-conflict` when the name was used before, or
   * other flights stand in the way
   */
  startFlight(request: FlightRequest): Promise<FlightDocument>
  /** Puts another share of all units into a flight. @throws HolonError as `startFlight` */
  rampFlight(flight: string, request: RampRequest): Promise<FlightDocument>
  /** Ends a flight, or what was kept of it. @throws HolonError as `startFlight` */
  stopFlight(flight: string, request: StopRequest): Promise<FlightDocument>
  /** All flights there ever were, by name. */
  flights(): readonly FlightDocument[]
  /** What a flight did to every layer of goals. @throws HolonError `name-unknown`, `input-invalid`, `warehouse-unavailable` */
  scorecard(flight: string, options?: ScorecardOptions): Promise<ScorecardDocument>
  /**
   * How well the effects of all flights that have ended on leading indicators told their effects on the goals that these
   * support. @throws HolonError `warehouse-unavailable`
   */
  indicators(): Promise<IndicatorsDocument>
  /** What of the flights says now who is in which arm. */
  assigning(): AssigningDocument
  /** Interruptions and interventions of a decision point over time. @throws HolonError `name-unknown`, `warehouse-unavailable` */
  experience(decision: string, options?: ReportOptions): Promise<ExperienceReport>
  /** Groups compared as the fairness declarations about a decision point say. @throws HolonError `name-unknown`, `warehouse-unavailable` */
  fairness(decision: string, options?: FairnessOptions): Promise<FairnessDocument>
  /**
   * What other policies of a decision point would have earned, from what was logged; refused where the log cannot know. Reads
   * the whole log. @throws HolonError `name-unknown`, `input-invalid`, `log-unavailable`
   */
  offPolicy(decision: string, request: OffPolicyRequest): Promise<OffPolicyDocument>
  /**
   * Lets the policy of a decision point learn from the log, and puts what it learned to work; with `dry` only tells it. Reads
   * the whole log. @throws HolonError `name-unknown`; `input-invalid` where the policy does not learn; `data-invalid` while
   * there is nothing to learn from; `log-unavailable`
   */
  learn(decision: string, request?: LearnRequest): Promise<LearnedDocument>
  /** What a policy has learned, and how it does where it is an apprentice. Reads the whole log. Errors as `offPolicy`. */
  learned(decision: string, asked?: LearnedOptions): Promise<LearningDocument>
  /** The latest decisions with the probability of everything they could have done, and their rewards. Errors as `offPolicy`. */
  logged(decision: string, request: LoggedRequest): Promise<LoggedDocument>
  /**
   * Loops through the world, as declared and as seen in the log, and what is known of labels that came back for some. Reads
   * the whole log. @throws HolonError `input-invalid`, `log-unavailable`
   */
  loops(options?: LoopOptions): Promise<LoopsDocument>
  /**
   * How many units, and days, a flight needs to find an effect on a goal, from what is measured now. @throws HolonError
   * `name-unknown`, `input-invalid`, `warehouse-unavailable`
   */
  power(goal: string, options?: PowerOptions): Promise<PowerDocument>
  /**
   * The SQL that the warehouse runs for what is asked, with the number that people are shown as the column `value`:
   * `holon.sql((measuring) => measuring.goals())`. Of logged decisions it is the mean of their reward. @throws HolonError
   * `not-allowed` where the warehouse knows no SQL
   */
  sql(ask: (measuring: Measuring) => Promise<unknown>): Promise<string>
  /** Drops the key of a person, and what is remembered of them. */
  erase(subject: string): Promise<EraseAnswer>
  /** Calls back for everything that happens from now on, until the returned function is called. */
  subscribe(listener: (event: StreamEvent) => void): () => void
  /** What is not well, in words; empty when all is well. */
  problems(): readonly string[]
  close(): Promise<void>
}
