import type { DecideOptions, Delivery } from '@holon/client'
import { createContext, useContext } from 'react'

import { HolonReactError } from './error.ts'

/** What hooks and components use of a client, its names and values no longer checked by the compiler. */
export interface LooseClient {
  decide(
    decision: string,
    context: unknown,
    options?: DecideOptions & { readonly fallback?: string },
  ): Promise<unknown>
  exposure(id: string): Delivery
  feedback(id: string, name: string, value: unknown): Delivery
  retract(id: string, name: string): Delivery
}

/** The client of the nearest provider. */
export const ClientContext = createContext<LooseClient | undefined>(undefined)

/** The client; undefined only where none is needed. @throws HolonReactError `provider-missing` */
export function useLooseClient(isNeeded: false): LooseClient | undefined
export function useLooseClient(isNeeded: boolean): LooseClient
export function useLooseClient(isNeeded: boolean): LooseClient | undefined {
  const client = useContext(ClientContext)
  if (client === undefined && isNeeded) {
    throw new HolonReactError(
      'provider-missing',
      'No Holon client is provided here.',
      'Put <HolonProvider client={client}> around what asks for decisions or sends something back.',
    )
  }
  return client
}
