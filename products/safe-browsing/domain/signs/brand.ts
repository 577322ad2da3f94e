import type { Address } from '../address.ts'
import { type Brand, brands } from '../lists/brands.ts'
import { appearance, oneSlipApart } from '../lookalike.ts'
import { wordsOf } from './words.ts'

const anyName = new RegExp(brands.map(({ name }) => name).join('|'))

/** The brand named in a text, of a site that is not its owner's. Names that are also words count only by themselves. */
export function strangeBrand(text: string, site: string): Brand | undefined {
  const lower = text.toLowerCase()
  const joined = lower.replaceAll(/[-_. ]/g, '')
  if (!anyName.test(joined)) return undefined
  const words = new Set(wordsOf(text))
  return brands.find(
    ({ name, word, sites }) =>
      (word === true
        ? words.has(name)
        : lower.includes(name) || (name.length >= 8 && joined.includes(name))) && !sites.includes(site),
  )
}

/** Shorter names look like too many others. */
const shortest = 5
const imitable = brands.filter(({ name }) => name.length >= shortest)
const byLook = new Map(imitable.map((brand) => [appearance(brand.name), brand]))

/** Names of one slip's difference are looked at only where a slip is hardly another word. */
const slippable = imitable.filter(({ name }) => name.length > shortest)

/** The brand that a label of the host is made to look like without being it: `paypa1`, `rnicrosoft`, `gooogle`. */
export function imitatedBrand({ name, subdomains, site }: Address): Brand | undefined {
  for (const label of [name, ...subdomains]) {
    for (const part of label.includes('-') ? [label, ...label.split('-')] : [label]) {
      const brand = part.length < shortest - 1 ? undefined : imitated(part)
      if (brand !== undefined && !brand.sites.includes(site)) return brand
    }
  }
  return undefined
}

function imitated(part: string): Brand | undefined {
  const alike = byLook.get(appearance(part))
  if (alike !== undefined) return part.replaceAll('-', '') === alike.name ? undefined : alike
  return slippable.find(({ name }) => oneSlipApart(part, name))
}
