/** A place in a text that holds on one machine only. */
export interface Trace {
  readonly line: number
  readonly trace: string
}

const traces = [
  // A package registry or a mirror of one.
  /https?:\/\/(?:registry|npm|nexus|artifactory|verdaccio)\.[\w.-]+/g,
  /"resolved": "https?:\/\/[^"]+"/g,
  // Folders of people, of the superuser, of a checkout, of temporary files.
  /(?<![\w.~/-])\/(?:home|Users|root|work|tmp)\/[\w.-]+/g,
  /\b[A-Z]:\\Users\\\w+/g,
]

/** Finds registry hosts and absolute paths of a machine. A text with a NUL in it is not a text. */
export function findTraces(text: string): readonly Trace[] {
  if (text.includes('\0')) return []
  return text
    .split('\n')
    .flatMap((words, index) => traces.flatMap((pattern) => namedIn(words, pattern, index + 1)))
}

function namedIn(words: string, pattern: RegExp, line: number): readonly Trace[] {
  return [...words.matchAll(pattern)].map(([trace]) => ({ line, trace }))
}
