import type { Example } from './data.ts'
import { kindOfFile } from './kind-of-file.ts'

/**
 * Marks of how an address came into the data, not of what it is. Benign ones are results of a search engine, written as
 * it writes them; phishing ones were reported by people in 2017. None of this is a feature: the study measures how well
 * a model does that reads nothing else, and how well the real one does among addresses that bear the same marks.
 */
export interface Marks {
  readonly https: boolean
  readonly schemeless: boolean
  readonly www: boolean
  readonly slashAtEnd: boolean
  readonly folders: number
  readonly pathLength: number
  readonly hasQuery: boolean
  readonly queryLength: number
  readonly script: boolean
  readonly htmlFile: boolean
  readonly countryEnding: boolean
  readonly schoolOrState: boolean
  readonly hyphensInPath: number
  readonly underscoresInPath: number
  readonly digitsInPath: number
  readonly capitalsInPath: boolean
}

/** Reads the marks of an example, as it stands in the data. */
export function marksOf({ text, address }: Example): Marks {
  const { path, query, host } = address
  const file = kindOfFile(path)
  const times = (pattern: RegExp) => (path.match(pattern) ?? []).length
  return {
    https: /^https:/i.test(text),
    schemeless: !/^https?:/i.test(text),
    www: /^(?:https?:\/\/)?www\./i.test(text),
    slashAtEnd: text.endsWith('/'),
    folders: times(/\//g) - 1,
    pathLength: path.length,
    hasQuery: query !== '',
    queryLength: query.length,
    script: file === 'script',
    htmlFile: file === 'html',
    countryEnding: /\.[a-z]{2}$/.test(host),
    schoolOrState: /\.(?:edu|gov|mil)(?:\.[a-z]{2})?$/.test(host),
    hyphensInPath: times(/-/g),
    underscoresInPath: times(/_/g),
    digitsInPath: times(/\d/g),
    capitalsInPath: /[A-Z]/.test(path),
  }
}

/** Names of the marks. */
export const markNames: readonly (keyof Marks)[] = [
  'https',
  'schemeless',
  'www',
  'slashAtEnd',
  'folders',
  'pathLength',
  'hasQuery',
  'queryLength',
  'script',
  'htmlFile',
  'countryEnding',
  'schoolOrState',
  'hyphensInPath',
  'underscoresInPath',
  'digitsInPath',
  'capitalsInPath',
]

/** Examples of one stratum bear the same marks, as far as there are enough of them to be told apart. */
export function stratumOf(example: Example): string {
  const { https, schemeless, www, slashAtEnd, folders, hasQuery, countryEnding, schoolOrState } =
    marksOf(example)
  const scheme = schemeless ? 'none' : https ? 'https' : 'http'
  const ending = schoolOrState ? 'school' : countryEnding ? 'country' : 'other'
  const depth = Math.min(folders, 4)
  return [scheme, www, slashAtEnd, depth, hasQuery, kindOfFile(example.address.path), ending].join(' ')
}
