import type { Address } from '../address.ts'
import { strangeBrand } from './brand.ts'
import { isUnpronounceable, longestCode } from './letters.ts'
import { askingWords, documentWords, isSoftwareFolder, wordsOf } from './words.ts'

/** What can be seen after the host. All of it is absent from an address that ends with the host. */
export interface PathSigns {
  readonly brandInPath: boolean
  readonly askingPath: number
  readonly documentPath: number
  readonly softwareFolder: boolean
  readonly hiddenFolder: boolean
  readonly longestCode: number
  readonly email: boolean
  readonly addressInside: boolean
  readonly repeatedFolder: boolean
  readonly oddWords: number
}

/** Files that software folders are there to serve. */
const ordinaryFile =
  /\.(?:avif|css|docx?|gif|ico|jpe?g|js|json|mp[34]|pdf|png|pptx?|svg|webp|woff2?|xlsx?|xml|zip)$/i
/** What kind of file it is says how a site is made, nothing else. */
const fileEnding = /(?:\.[a-z0-9]{1,5}){1,2}$/i
const domainInside = /(?:^|[/=.])(?:https?:|www\.|[a-z0-9-]+\.(?:com|net|org)(?=[/.&]|$))/i
const emailInside = /[\w.+-]+@[\w-]+\.\w|(?:^|[&.])e?-?mail(?:id)?=/i

/** More words than this in one segment are a title, in which a brand or a bank may well be what the page is about. */
const titleWords = 3

/** Reads the signs of what follows the host. */
export function pathSigns({ path, query, site }: Address): PathSigns {
  const shown = decoded(path)
  const all = `${shown} ${decoded(query)}`
  const segments = shown.split('/').filter((segment) => segment !== '')
  const folders = segments.slice(0, -1)
  const spoken = segments.map((segment) => ({ segment, words: wordsOf(segment.replace(fileEnding, '')) }))
  const labels = spoken.filter(({ words }) => words.length <= titleWords)
  const words = labels.flatMap((label) => label.words)
  return {
    brandInPath: labels.some(({ segment }) => strangeBrand(segment, site) !== undefined),
    askingPath: Math.min(4, askingWords(words).length),
    documentPath: Math.min(3, documentWords(words).length),
    softwareFolder: folders.some(isSoftwareFolder) && !ordinaryFile.test(shown),
    hiddenFolder: segments.some((segment) => /^[.@_]\w/.test(segment)),
    longestCode: Math.min(64, longestCode(all)),
    email: emailInside.test(all),
    addressInside: domainInside.test(shown),
    repeatedFolder: new Set(segments.map((one) => one.toLowerCase())).size < segments.length,
    oddWords: Math.min(4, words.filter(isUnpronounceable).length),
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
