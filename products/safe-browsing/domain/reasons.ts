import { type Address, shownSite } from './address.ts'
import { imitatedBrand, strangeBrand } from './signs/brand.ts'
import { type Signs, signsOf } from './signs/signs.ts'
import { askingWords, documentWords, wordsOf } from './signs/words.ts'

/** Something seen in an address, in words for somebody who knows nothing of addresses. */
export interface Reason {
  readonly sign: keyof Signs
  readonly says: string
}

/** Signs by which an address pretends to be another: hardly met by chance. */
const tricks: readonly (keyof Signs)[] = [
  'userinfo',
  'mixedAlphabets',
  'imitation',
  'brandBeforeSite',
  'endingInside',
]

/** Does the address pretend to be another? */
export function hasTrick(signs: Signs): boolean {
  return tricks.some((sign) => signs[sign] === true)
}

/** Signs that are more than words, codes or odd letters, which honest logins, orders and foreign names have as well. */
const grounds: readonly (keyof Signs)[] = [
  ...tricks,
  'numericHost',
  'brandInName',
  'brandInPath',
  'softwareFolder',
  'hiddenFolder',
  'addressInside',
  'repeatedFolder',
  'email',
]

/**
 * How much there is to say against an address, whatever a model makes of it: `ground` for a trick or another sign that
 * honest addresses hardly bear, or several words in the host that ask for something; `hints` for more than one kind of
 * word, code or odd letters; else `little`.
 */
export function caseAgainst(signs: Signs): 'ground' | 'hints' | 'little' {
  if (grounds.some((sign) => signs[sign] === true) || signs.askingHost >= 2) return 'ground'
  const kinds = [
    signs.askingPath + signs.askingHost,
    signs.documentPath,
    signs.longestCode,
    signs.oddWords + signs.rarePairsInName,
    Number(signs.freeHost),
  ]
  return kinds.filter((kind) => kind > 0).length >= 2 ? 'hints' : 'little'
}

/**
 * What speaks against an address, in words: tricks first, as nobody can misunderstand them, then what weighed most.
 * `weight` says how far a sign moved the estimate; without it the order is that of the list below.
 *
 * @example
 * ```ts
 * const address = addressOf('https://paypal.com.example.net/')
 * address && reasonsFor(address)[0]?.says // names PayPal and example.net
 * ```
 */
export function reasonsFor(
  address: Address,
  weight: (sign: keyof Signs) => number = () => 0,
): readonly Reason[] {
  const signs = signsOf(address)
  const seen = order.flatMap((sign) => {
    const says = signs[sign] === false || signs[sign] === 0 ? undefined : sentences[sign]?.(address, signs)
    return says === undefined ? [] : [{ sign, says, weight: weight(sign) }]
  })
  const [first, rest] = [seen.filter(isTrick), seen.filter((one) => !isTrick(one))]
  return [...first, ...rest.sort((a, b) => b.weight - a.weight)].map(({ sign, says }) => ({ sign, says }))
}

const isTrick = ({ sign }: { readonly sign: keyof Signs }): boolean => tricks.includes(sign)

type Sentence = (address: Address, signs: Signs) => string | undefined

const quoted = (words: readonly string[]): string => words.map((word) => `“${word}”`).join(', ')

const stranger = (text: string, address: Address, where: string): string | undefined => {
  const brand = strangeBrand(text, address.site)
  return brand && `${where} “${brand.name}”, but ${shownSite(address)} does not belong to ${brand.shown}.`
}

const sentences: Readonly<Partial<Record<keyof Signs, Sentence>>> = {
  userinfo: ({ shownHost }) =>
    `What stands before the @ sign is not where it leads. The page is on ${shownHost}.`,
  mixedAlphabets: ({ name }) => `The name “${name}” mixes letters of different alphabets that look alike.`,
  imitation: (address) => {
    const brand = imitatedBrand(address)
    return brand && `The name “${address.name}” looks like “${brand.name}” but is another one.`
  },
  brandBeforeSite: (address) => stranger(address.subdomains.join('.'), address, 'It begins with'),
  brandInName: (address) => stranger(address.name, address, 'Its name contains'),
  brandInPath: (address) => stranger(address.path, address, 'It mentions'),
  endingInside: (address) =>
    `It has an ending such as “.com” in the middle. Only the last part counts: ${shownSite(address)}.`,
  numericHost: () => 'The site has a number instead of a name, so nobody can tell whose it is.',
  askingHost: ({ name, subdomains }) =>
    `The name of the site asks for something: ${quoted(askingWords(wordsOf([...subdomains, name].join('.'))))}.`,
  askingPath: ({ path }) => `Words that ask for a login or a payment: ${quoted(askingWords(wordsOf(path)))}.`,
  softwareFolder: () =>
    'The page lies in a folder where website software keeps its parts. Pages are put there after a break-in.',
  hiddenFolder: () => 'The page lies in a folder that is meant to be hidden.',
  addressInside: () => 'Another web address is written inside this one.',
  email: () => 'It carries an e-mail address, which may fill in a form made for you.',
  documentPath: ({ path }) => `It promises a document: ${quoted(documentWords(wordsOf(path)))}.`,
  longestCode: (_, { longestCode }) =>
    `It contains a code of ${longestCode} characters, by which a message can be followed to one person.`,
  repeatedFolder: () =>
    'A folder lies inside another of the same name, as happens when something is copied in.',
  oddWords: () => 'It has words nobody could pronounce.',
  freeHost: ({ suffix, site }) =>
    `Anybody can put pages on ${suffix === '' ? site : suffix} in a minute, without saying who they are.`,
  unusualPort: ({ port }) => `It uses the port ${port}, which public pages hardly do.`,
  hyphens: (_, { hyphens }) =>
    hyphens > 2 ? `Its name is tied together with ${hyphens} hyphens.` : undefined,
  rarePairsInName: ({ name }, { rarePairsInName }) =>
    rarePairsInName > 1 ? `The name “${name}” looks like letters at random.` : undefined,
}

const order = Object.keys(sentences) as readonly (keyof Signs)[]
