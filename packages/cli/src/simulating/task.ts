import { HolonError, type SimulationDocument } from 'holon'
import type { SimulateOptions } from 'holon/world'

/** Milliseconds that a run has to end by itself, and to leave no files behind. */
export const patience = 5_000

/** One run of a world, as it crosses to a process. */
export interface Task {
  /** The module that exports the product, and the name of its system. */
  readonly module: string
  readonly system: string
  readonly options: Omit<SimulateOptions, 'models' | 'versions' | 'warehouse' | 'onLine'>
  /** File that the log is written to, line by line. */
  readonly log?: string
  /** Whether somebody looks on: then there are reports on the way. */
  readonly isWatched?: boolean
}

/** An error on its way between processes. */
export interface Failure extends Pick<HolonError, 'code' | 'message' | 'fix'> {}

/** What a process says about its task. */
export type Says =
  /** The world is open: the names and numbers it was given are sound. */
  | { readonly says: 'began' }
  | { readonly says: 'day'; readonly day: number }
  | { readonly says: 'report'; readonly document: SimulationDocument }
  | { readonly says: 'injected'; readonly scenario: string; readonly day: number }
  | { readonly says: 'refused'; readonly failure: Failure }
  | { readonly says: 'done'; readonly document: SimulationDocument }
  | { readonly says: 'failed'; readonly failure: Failure }

export function failureOf(error: unknown): Failure {
  if (error instanceof HolonError) return { code: error.code, message: error.message, fix: error.fix }
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return { code: 'internal', message, fix: 'Look at the story of the world that failed.' }
}

export const errorOf = ({ code, message, fix }: Failure): HolonError => new HolonError(code, message, fix)
