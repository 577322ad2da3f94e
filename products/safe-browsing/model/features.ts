import { z } from 'zod'
import type { Address } from '../domain/address.ts'
import { signsOf } from '../domain/signs/signs.ts'

const flag = (title: string) => z.boolean().meta({ title })
const number = (title: string) => z.number().meta({ title })

/** The features of the phishing model: the signs of an address. Titles are the words of its explanations. */
export const AddressFeatures = z.object({
  numericHost: flag('A number instead of a name'),
  userinfo: flag('A name before an @ sign'),
  unusualPort: flag('An unusual port'),
  mixedAlphabets: flag('Letters of two alphabets in one name'),
  imitation: flag('A name that looks like a known one'),
  brandBeforeSite: flag('A known name in front of another site'),
  brandInName: flag('A known name inside a name of somebody else'),
  endingInside: flag('An ending such as .com in the middle of the host'),
  freeHost: flag('A place where anybody can put pages'),
  askingHost: number('Words in the host that ask for a login or payment'),
  subdomains: number('Names in front of the site'),
  nameLength: number('Letters in the name of the site'),
  hyphens: number('Hyphens in the host'),
  digitsInName: number('Digits in the name of the site'),
  consonantsInName: number('Consonants in a row in the name of the site'),
  rarePairsInName: number('Unusual pairs of letters in the name of the site'),
  brandInPath: flag('A known name in the path of another site'),
  askingPath: number('Words in the path that ask for a login or payment'),
  documentPath: number('Words in the path that promise a document'),
  softwareFolder: flag('A page inside a folder of website software'),
  hiddenFolder: flag('A hidden folder'),
  longestCode: number('Length of the longest code'),
  email: flag('An e-mail address'),
  addressInside: flag('Another web address in the path'),
  repeatedFolder: flag('A folder inside one of the same name'),
  oddWords: number('Words nobody could pronounce'),
})
export type AddressFeatures = z.infer<typeof AddressFeatures>

/** Names of the features, in the order of the model's columns. */
export const featureNames = Object.keys(AddressFeatures.shape) as readonly (keyof AddressFeatures)[]

/** Those that are read in the host alone. */
export const hostFeatures = featureNames.slice(0, featureNames.indexOf('brandInPath'))

/** The features of an address, for training and for serving alike. */
export function addressFeatures(address: Address): AddressFeatures {
  return signsOf(address)
}

/**
 * An address of which nothing is to be said, against which others are explained: a site with a name of ordinary length
 * and no sign at all.
 */
export const plainAddress: AddressFeatures = {
  ...(Object.fromEntries(
    featureNames.map((name) => [name, AddressFeatures.shape[name].type === 'boolean' ? false : 0]),
  ) as AddressFeatures),
  nameLength: 10,
  consonantsInName: 2,
}
