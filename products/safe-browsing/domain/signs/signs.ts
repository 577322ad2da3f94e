import type { Address } from '../address.ts'
import { type HostSigns, hostSigns } from './host-signs.ts'
import { type PathSigns, pathSigns } from './path-signs.ts'

/** Everything that is read in an address. */
export type Signs = HostSigns & PathSigns

/**
 * Reads the signs of an address: tricks by which an address seems to be another, and words by which people are made to
 * hand something over. What says only how an address came into a collection is left out on purpose: scheme, `www`, length,
 * number of folders, endings of countries, kinds of files, whether there is a query.
 */
export function signsOf(address: Address): Signs {
  return { ...hostSigns(address), ...pathSigns(address) }
}
