import type { Address } from '../address.ts'
import { freeHosts } from '../lists/free-hosts.ts'
import { mixesAlphabets } from '../lookalike.ts'
import { imitatedBrand, strangeBrand } from './brand.ts'
import { longestConsonants, rarePairsIn } from './letters.ts'
import { askingWords, wordsOf } from './words.ts'

/** What can be seen in the host part of an address. */
export interface HostSigns {
  readonly numericHost: boolean
  readonly userinfo: boolean
  readonly unusualPort: boolean
  readonly mixedAlphabets: boolean
  readonly imitation: boolean
  readonly brandBeforeSite: boolean
  readonly brandInName: boolean
  readonly endingInside: boolean
  readonly freeHost: boolean
  readonly askingHost: number
  readonly subdomains: number
  readonly nameLength: number
  readonly hyphens: number
  readonly digitsInName: number
  readonly consonantsInName: number
  readonly rarePairsInName: number
}

/** Endings that look like the end of an address wherever they stand. */
const endings = new Set('com net org gov edu co uk br de info'.split(' '))

/** Reads the signs of a host. */
export function hostSigns(address: Address): HostSigns {
  const { name, subdomains, site } = address
  const before = subdomains.join('.')
  const own = [...subdomains, name].join('.')
  return {
    numericHost: address.bare,
    userinfo: address.userinfo,
    unusualPort: address.port !== '',
    mixedAlphabets: [name, ...subdomains].some(mixesAlphabets),
    imitation: imitatedBrand(address) !== undefined,
    brandBeforeSite: strangeBrand(before, site) !== undefined,
    brandInName: strangeBrand(name, site) !== undefined,
    endingInside: subdomains.slice(1).some((label) => endings.has(label)),
    freeHost: address.hosted || freeHosts.has(site) || name === 'blogspot',
    askingHost: Math.min(4, askingWords(wordsOf(own)).length),
    subdomains: Math.min(8, subdomains.length),
    nameLength: Math.min(63, name.length),
    hyphens: Math.min(8, own.split('-').length - 1),
    digitsInName: Math.min(10, (name.match(/\d/g) ?? []).length),
    consonantsInName: Math.min(10, longestConsonants(name)),
    rarePairsInName: Math.min(5, rarePairsIn(name)),
  }
}
