import type { FlightRequest } from '../spec/flight.ts'
import type { Model } from '../spec/model.ts'
import type { Warehouse } from '../spec/ports.ts'
import type { SimulationRequest } from '../spec/simulation.ts'

/** How a world is run: what is simulated (the same seed gives the same bytes in the log; default 1), and on what. */
export interface SimulateOptions extends Omit<SimulationRequest, 'compare'> {
  /** What answers for each declared model, in that version. */
  readonly models?: Readonly<Record<string, Model>>
  /** Flights that are started at the very beginning, in this order. */
  readonly flights?: readonly FlightRequest[]
  /** Other versions of models that arms may name, by model and name. */
  readonly versions?: Readonly<Record<string, Readonly<Record<string, Model>>>>
  /**
   * With `quality`: other versions of every model, by the name that arms give them: what is true, blurred to that area under
   * the curve.
   */
  readonly qualities?: Readonly<Record<string, number>>
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
