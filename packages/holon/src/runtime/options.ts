import type { ReplayDocument } from '../spec/api.ts'
import type { LearnedModel } from '../spec/learned.ts'
import type { Model } from '../spec/model.ts'
import type { Clock, DecisionLog, Notifier, Random, Registry, Vault, Warehouse } from '../spec/ports.ts'
import type { DecisionRecord } from '../spec/record.ts'
import type { Manifest } from './snapshot.ts'

/** The ports a system stands on. */
export interface Ports {
  readonly log: DecisionLog
  readonly registry: Registry
  readonly vault: Vault
  readonly warehouse: Warehouse
  readonly clock: Clock
  readonly random: Random
}

/** How a system is opened. Ports that are not given are in memory: nothing survives the process then. */
export interface OpenOptions extends Partial<Ports> {
  /** The artefact behind each declared model. */
  readonly models?: Readonly<Record<string, Model>>
  /** Other versions of models that flights may try, by model and by the name that arms give them. */
  readonly versions?: Readonly<Record<string, Readonly<Record<string, Model>>>>
  /** Whether the warehouse follows the log soon (the default), or only when something is asked of it. */
  readonly projection?: 'soon' | 'asked'
  /**
   * Whether policies that are declared to learn so often do it by the clock (the default), or only when they are asked to: a
   * world asks, and waits for it.
   */
  readonly learning?: 'by the clock' | 'asked'
  /** SHA-256 of the code bundle that can replay this system later, already an artefact of the registry. */
  readonly bundle?: string
  /**
   * Replays a record of another snapshot, usually by loading the bundle its manifest names. What policies had learned is
   * given to it, to be handed to `replayWith`.
   */
  readonly replayElsewhere?: (
    manifest: Manifest,
    record: DecisionRecord,
    learned?: Readonly<Record<string, LearnedModel>>,
  ) => Promise<ReplayDocument>
  /** Told what somebody should know at once: a case that is overdue. */
  readonly notifier?: Notifier
  /** Told how far the warehouse is while it catches up with the log: entries done, and to be done. */
  readonly onCatchUp?: (done: number, of: number) => void
}
