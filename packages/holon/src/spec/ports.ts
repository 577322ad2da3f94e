import type { Duration } from './duration.ts'
import type { FlightUnit } from './flight.ts'
import type { Json, JsonObject } from './json.ts'
import type { Expression, FeedbackShape, Measure, Statistics } from './measure.ts'
import type { DecisionEntry, Entry } from './record.ts'

/** An entry and its place in the log: positions grow by append order, from 1, and never change. */
export interface Stored {
  readonly position: number
  readonly entry: Entry
}

/** An entry on its way into the log. */
export interface Appending {
  readonly entry: Entry
  /** At most one entry with this token is ever stored; a later one is not, and its receipt shows the first. */
  readonly once?: string
}

/** What the log answers once the entry is durable. `entry` is the stored one: the earlier one where `once` was known. */
export interface Receipt extends Stored {
  readonly fresh: boolean
}

/**
 * The log of decisions and of all that came back: append-only, durable, the one source of truth.
 *
 * `append` resolves after all entries are on disk, all or none of them. It rejects with HolonError `log-full` or
 * `log-unavailable` when they are not; nothing of the call is stored then, and later calls may succeed. A log that broke
 * down on the way cannot know, and rejects too: sent again with the same `once`, an entry is not stored twice.
 */
export interface DecisionLog {
  append(entries: readonly Appending[]): Promise<readonly Receipt[]>
  /** Entries after a position, oldest first, at most `limit`. */
  read(after: number, limit: number): Promise<readonly Stored[]>
  /** A decision and what came back for it, oldest first; undefined when unknown. */
  find(
    decision: string,
  ): Promise<{ decision: DecisionEntry; position: number; back: readonly Stored[] } | undefined>
  /** The latest decisions of a system, newest first, before a position if given. */
  latest(system: string, limit: number, before?: number): Promise<readonly Stored[]>
  /** Number of entries, position of the last one (0 if none), bytes on disk. */
  size(): Promise<{ entries: number; last: number; bytes: number }>
  close(): Promise<void>
}

/** A document of the registry. `version` grows by one at every change, from 1; once deleted, it starts again from 1. */
export interface RegistryDocument {
  readonly key: string
  readonly version: number
  readonly value: Json
}

/** One change of a document. `version`: the one it must have now (0: must not exist), or the write is refused. */
export type RegistryWrite =
  | {
      readonly do: 'put'
      readonly collection: string
      readonly key: string
      readonly value: Json
      readonly version?: number
    }
  | { readonly do: 'delete'; readonly collection: string; readonly key: string; readonly version?: number }

/**
 * Small documents and artefacts that describe what runs: snapshots, models, bundles, settings.
 *
 * `write` applies all changes or none, durably; HolonError `registry-conflict` when a version does not fit.
 */
export interface Registry {
  get(collection: string, key: string): Promise<RegistryDocument | undefined>
  /** All documents of a collection, by key. */
  list(collection: string): Promise<readonly RegistryDocument[]>
  write(changes: readonly RegistryWrite[]): Promise<void>
  /** Calls back after each change of a collection made through this registry, until the returned function is called. */
  watch(collection: string, changed: (key: string) => void): () => void
  /** Stores bytes under their SHA-256 (hex), which is returned; storing them again does nothing. */
  putArtefact(bytes: Uint8Array): Promise<string>
  getArtefact(sha256: string): Promise<Uint8Array | undefined>
  close(): Promise<void>
}

/** A person as the log knows them. */
export interface Person {
  readonly pseudonym: string
  /** Encrypts text so that only this person's key opens it. Base64. Differs at every call. */
  seal(text: string): string
}

/**
 * Keys of people: one random pseudonym and one random key per subject. Dropping the key makes everything sealed with it
 * unreadable in every copy. Kept apart from log, registry and their backups.
 */
export interface Vault {
  /** The person for a subject, made at first sight. Durable before it is returned. */
  person(subject: string): Person | Promise<Person>
  /** The person for whom there is a pseudonym already; undefined when never seen or erased. */
  known(subject: string): Promise<Person | undefined>
  /** Opens what was sealed for a pseudonym; undefined when the person was erased. HolonError `vault-unavailable` when altered. */
  open(pseudonym: string, sealed: string): Promise<string | undefined>
  /** Drops key and pseudonym for good; answers the pseudonym that was dropped, undefined when there was none. */
  erase(subject: string): Promise<string | undefined>
  /** 16 secret bytes of this installation that sign decision ids; the same at every call. */
  secret(): Promise<Uint8Array>
  close(): Promise<void>
}

/** What to measure. `now` decides which waiting windows have passed; `from` (inclusive), `to` (exclusive) bound the decisions' time. */
export interface MeasureQuery {
  readonly system: string
  readonly measure: Measure
  /** How feedback of the measured decision joins. */
  readonly feedback: readonly FeedbackShape[]
  readonly now: number
  readonly from?: number
  readonly to?: number
  /** One answer per distinct value of this expression among the rows, instead of one for all. */
  readonly slice?: Expression
  /** One answer per stretch of this length, counted from 1970 in UTC, in which there are rows, instead of one for all. */
  readonly every?: Duration
}

/** The answer for one slice (null: all, or the slice of unknown value) and, with `every`, for the stretch that starts at `from`. */
export interface MeasureAnswer {
  readonly slice: number | string | boolean | null
  readonly from?: number
  readonly statistics: Statistics
}

/** Which units are compared: all that met a flight, each from the first time that counts. */
export interface FlightUnits {
  readonly flight: string
  /** The decision point at which it is met; any of the system for a holdout. */
  readonly decision?: string
  readonly unit: FlightUnit
  /** Whether a unit counts from its first decision in which arms could differ, or from the first of these it was exposed to. */
  readonly counts: 'decided' | 'exposed'
}

/** One measure of a scorecard. `feedback`: how feedback of the measured decision joins. */
export type ArmsMeasure = Pick<MeasureQuery, 'measure' | 'feedback'>

/**
 * What to compare between the arms of a flight: measures over the rows of each unit from the time it first met the
 * flight (of unit `decision`: over the very decisions in it). Also rows of other decision points count: what a change did
 * to a person may show anywhere. `from` and `to` bound the time at which a unit first met the flight, not its rows.
 *
 * Asked together, measures cost far less than one by one: the units are found once, and the log is read once for all
 * measures of one decision point.
 */
export interface ArmsQuery extends Omit<MeasureQuery, 'measure' | 'feedback' | 'slice' | 'every'> {
  readonly units: FlightUnits
  readonly measures: readonly ArmsMeasure[]
  /** One answer per value of this expression at the first decision of the unit that counts. What came back later is no slice. */
  readonly slice?: Expression
  /**
   * One answer per stretch of time since the unit first met it: 0 for the first. A unit is in every stretch that has begun
   * for it by `now`; of the first thousand.
   */
  readonly sinceMet?: Duration
  /** Sums over so long before the unit first met it, as covariates of what came after. */
  readonly before?: Duration
}

/**
 * The arm's units and, over them, sums and products of four numbers of each unit: the measure's numerator and denominator
 * after and before it met the flight, 0 where it has no rows. Rates and means have as denominator the observations for
 * which they are known; counts and sums 1. Measured per person or episode, the observations of a unit are the averages of
 * each of these within it. Quantiles, areas under the curve and calibration are `Statistics` of the rows after.
 */
export type ArmStatistics =
  | { readonly kind: 'units'; readonly units: JointMomentsOfUnits }
  | { readonly kind: 'rows'; readonly units: number; readonly rows: Statistics }

/** Over n units: sums of numerator, denominator, and both before; and of their products, upper triangle row by row. */
export interface JointMomentsOfUnits {
  readonly n: number
  readonly sums: readonly [x: number, y: number, before: number, beforeOver: number]
  /** xx xy xp xq yy yp yq pp pq qq, p and q being numerator and denominator before. */
  readonly products: readonly [
    xx: number,
    xy: number,
    xp: number,
    xq: number,
    yy: number,
    yp: number,
    yq: number,
    pp: number,
    pq: number,
    qq: number,
  ]
}

/** The answer for one arm, and slice or stretch where asked for; statistics in step with the measures asked for. */
export interface ArmAnswer {
  readonly arm: string
  readonly slice: number | string | boolean | null
  /** Number of the stretch since met, from 0; absent where none was asked for. */
  readonly stretch?: number
  readonly statistics: readonly ArmStatistics[]
}

/** A question to a warehouse: what `answer` or `arms` is asked. */
export type WarehouseAsked = { readonly answer: MeasureQuery } | { readonly arms: ArmsQuery }

/** Told at the start and after every step how far a warehouse has come: the position it shows, and that of the last entry of the log. */
export type CatchUpProgress = (position: number, last: number) => void

/**
 * A columnar projection of the log that answers measures. Never the only copy: it can be thrown away and rebuilt by
 * projecting the log again from position 0.
 */
export interface Warehouse {
  /**
   * Applies entries in order, all or none; those at or before `position()` are skipped, so repeating is harmless.
   *
   * @throws HolonError `warehouse-unavailable`; ask for `position()` and go on from there.
   */
  project(entries: readonly Stored[]): Promise<void>
  /** Position of the last entry that a query will see. */
  position(): Promise<number>
  /**
   * Only where the warehouse reads the log by itself, in a process of its own for example: `project` is not called then.
   * Resolves when everything that was in the log at the call is projected, or soon after `signal` aborts.
   *
   * @throws HolonError `warehouse-unavailable`, and what reading the log throws; call again.
   */
  catchUp?(progress: CatchUpProgress, signal: AbortSignal): Promise<void>
  /**
   * In no particular order. Without `slice` and `every` exactly one, also when there are no rows.
   * @throws HolonError `measure-invalid`, `warehouse-unavailable`
   */
  answer(query: MeasureQuery): Promise<readonly MeasureAnswer[]>
  /**
   * One answer for each arm that was met, slice and stretch; in no particular order. Units that met two arms (their
   * assignment was tampered with, or a subject was erased and came back) are left out of all.
   * @throws HolonError `measure-invalid`, `warehouse-unavailable`
   */
  arms(query: ArmsQuery): Promise<readonly ArmAnswer[]>
  /**
   * Only where SQL answers: the very statements that answer a question, each ended by a semicolon, to be run on the tables of
   * the warehouse. The last columns, `value` or `value_` and the place of the measure, are the number that a reader is shown.
   *
   * @throws HolonError `measure-invalid`, `warehouse-unavailable`
   */
  sql?(asked: WarehouseAsked): Promise<string>
  close(): Promise<void>
}

/** Time. `now` in whole milliseconds since 1970; `monotonic` in milliseconds from anywhere, never backwards, finer than one. */
export interface Clock {
  now(): number
  monotonic(): number
  /** Calls back once after `ms`; the returned function cancels. */
  after(ms: number, call: () => void): () => void
}

/** Chance: uniform in [0, 1), 53 bits. */
export interface Random {
  next(): number
}

/** Where alerts go: a person, a pager, the studio. */
export interface Notifier {
  notify(alert: Alert): void | Promise<void>
}

/** Something a person should know about. */
export interface Alert {
  readonly at: number
  readonly system: string
  readonly severity: 'info' | 'warning' | 'critical'
  readonly title: string
  readonly details: JsonObject
}
