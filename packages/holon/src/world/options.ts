import type { Model } from '../spec/model.ts'
import type { Warehouse } from '../spec/ports.ts'
import type { SimulationRequest } from '../spec/simulation.ts'

/** How a world is run: what is simulated (the same seed gives the same bytes in the log; default 1), and on what. */
export interface SimulateOptions extends Omit<SimulationRequest, 'compare'> {
  /** What answers for each declared model, in that version. */
  readonly models?: Readonly<Record<string, Model>>
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
