import type { SimulationRequest, SimulationRun, SimulationSummary, WorldDocument } from 'holon'

/**
 * What runs worlds for the server, and keeps what became of them. Each call is about a system that the server has. A run that
 * is not there is HolonError `not-found`; names and numbers that cannot be are `name-unknown` and `input-invalid`.
 */
export interface Simulations {
  /** @throws HolonError `not-found` when there is no world around the system */
  world(system: string): WorldDocument
  /** @throws HolonError `too-many` while as many run as may; `not-found` without a world */
  start(system: string, request: SimulationRequest): Promise<SimulationSummary>
  /** Newest first. */
  list(system: string): Promise<readonly SimulationSummary[]>
  run(system: string, id: string): Promise<SimulationRun>
  /** One that is over stays as it is. */
  pause(system: string, id: string): Promise<SimulationSummary>
  /** @throws HolonError `too-many` */
  resume(system: string, id: string): Promise<SimulationSummary>
  /** Lets a scenario befall it from now on. @throws HolonError `input-invalid` when it is over */
  inject(system: string, id: string, scenario: string): Promise<SimulationSummary>
  /** Ends it where it still runs, and forgets it. */
  remove(system: string, id: string): Promise<void>
}
