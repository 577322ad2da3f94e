import type { Model } from '../spec/model.ts'
import type { Warehouse } from '../spec/ports.ts'

/** How a world is run. */
export interface SimulateOptions {
  /** The same seed, the same bytes in the log. Default 1. */
  readonly seed?: number
  /** Default: as the world declares. */
  readonly people?: number
  readonly days?: number
  /** Names of scenarios of the world, or of those that may befall any. */
  readonly scenarios?: readonly string[]
  /** Other values for settings of the world. */
  readonly settings?: Readonly<Record<string, number | boolean | string>>
  /** A version that the world declares; default `current`, the one that is served. */
  readonly version?: string
  /** What answers for each declared model, in that version. */
  readonly models?: Readonly<Record<string, Model>>
  /** Instead of the models, what is true blurred to this area under the curve, from 0.5 to 1. */
  readonly quality?: number
  /** Default: in memory, which grows with the log. */
  readonly warehouse?: Warehouse
  /** Days in one stretch of the report. Default: such that there are about 30. */
  readonly every?: number
  /**
   * Whether loops through the world are looked for, which takes the whole log: memory grows with it. Default: whether the
   * system declares any.
   */
  readonly loops?: boolean
  /** Told every line of the log, line feed included. */
  readonly onLine?: (line: string) => void
}
