import type { Address } from '../address.ts'
import { type Brand, brands } from '../lists/brands.ts'
import { appearance, oneSlipApart } from '../lookalike.ts'
import { wordsOf } from './words.ts'

const looks = brands.map((brand) => ({ brand, look: appearance(brand.name) }))
const rough = new RegExp(brands.map(({ name }) => name).join('|'))

/** The brand named in a text, of a site that is not its owner's. Names that are also words count only by themselves. */
export function strangeBrand(text: string, site: string): Brand | undefined {
  const lower = text.toLowerCase()
  const joined = lower.replaceAll(/[-_. ]/g, '')
  if (!rough.test(joined)) return undefined
  const words = new Set(wordsOf(text))
  return brands.find(
    ({ name, word, sites }) =>
      (word === true
        ? words.has(name)
        : lower.includes(name) || (name.length >= 8 && joined.includes(name))) && !sites.includes(site),
  )
}

/** The brand that a label of the host is made to look like without being it: `paypa1`, `rnicrosoft`, `gooogle`. */
export function imitatedBrand({ name, subdomains, site }: Address): Brand | undefined {
  const parts = [name, ...subdomains].flatMap((label) => [label, ...label.split('-')])
  return looks.find(
    ({ brand, look }) =>
      !brand.sites.includes(site) && parts.some((part) => imitates(part, brand.name, look)),
  )?.brand
}

function imitates(part: string, name: string, look: string): boolean {
  if (part === name || name.length < 5 || part.replaceAll('-', '') === name) return false
  return appearance(part) === look || (name.length >= 6 && oneSlipApart(part, name))
}
