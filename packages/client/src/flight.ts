import type { AssigningDocument, ContextOf, DecisionNames } from 'holon'
import { type Arms, assigner } from 'holon/flight'

import { sender } from './request.ts'
import type { ClientOptions } from './types.ts'

/** Who is in which arm, known without asking the server for a decision. */
export interface ClientFlights<S> {
  /**
   * Arms of the running flights that such a decision would take part in: the same that the server would answer. Flights that
   * assign each decision anew are not among them, and of the context only public fields are looked at.
   */
  arms<const N extends DecisionNames<S>>(
    decision: N,
    context: ContextOf<S, N>,
    who?: { readonly subject?: string; readonly episode?: string },
  ): Arms
  /** Reads the flights again. Errors as `clientFlights`. */
  refresh(): Promise<void>
}

/** How to reach a system whose flights are read. */
export type FlightOptions = Pick<ClientOptions, 'system' | 'url' | 'key' | 'fetch'>

const usualTimeout = 5_000
const read = 200

/**
 * Reads the flights of a system, for pages that must know an arm before they ask for a decision, or draw something else by
 * it. Apart from the client, which most pages use alone; it needs the package `holon` beside it.
 *
 * @throws ClientError as the server or the network says
 * @example
 * ```ts excerpt
 * import { clientFlights } from '@holon/client/flight'
 * import type { taxFiling } from './system.ts'
 * const flights = await clientFlights<typeof taxFiling>({ system: 'tax-filing' })
 * flights.arms('audit-risk-meter', taxReturn, { subject: 'p-17' })['calm-words'] // 'calm'
 * ```
 */
export async function clientFlights<S>({
  system,
  url = globalThis.location?.origin ?? 'http://127.0.0.1:4321',
  key,
  fetch = globalThis.fetch,
}: FlightOptions): Promise<ClientFlights<S>> {
  const send = sender(`${url.replace(/\/$/, '')}/api/v1`, key, fetch)
  const path = `/systems/${encodeURIComponent(system)}/flights/assigning`
  const load = async () => {
    const { flights } = (await send({ method: 'GET', path }, read, usualTimeout)) as AssigningDocument
    return assigner(flights)
  }
  let assign = await load()
  return {
    arms: (decision, context, who) => assign({ decision, context, ...who }),
    refresh: async () => {
      assign = await load()
    },
  }
}
