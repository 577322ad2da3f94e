import type { Address } from './address.ts'
import { knownBadHosts } from './lists/known-bad.ts'
import { knownGoodSites, openHosts, openSites } from './lists/known-good.ts'

/** What the lists say of an address. */
export type Standing = 'known-good' | 'known-bad' | 'unknown'

/**
 * What the lists say of an address, without any model. A known bad host counts before a known good site. A known good site
 * vouches only for pages its owner made, on the usual port, and not for an address that hides another name before an `@`.
 *
 * @example
 * ```ts
 * const address = addressOf('https://en.wikipedia.org/wiki/Phishing')
 * address && standingOf(address) // 'known-good'
 * ```
 */
export function standingOf({ host, site, port, userinfo }: Address): Standing {
  if (knownBadHosts.has(host)) return 'known-bad'
  const vouched = knownGoodSites.has(site) && !openHosts.has(host) && !openSites.has(site)
  return vouched && port === '' && !userinfo ? 'known-good' : 'unknown'
}
