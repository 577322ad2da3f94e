/** A block of TypeScript in a doc comment or a text, and where it starts. */
export interface Example {
  readonly path: string
  readonly line: number
  readonly code: string
}

const comment = /^[ \t]*\/\*\*[\s\S]*?\*\//gm
const block = /```ts\n([\s\S]*?)```/g

/** The ```ts blocks of the doc comments of a source file. */
export function examplesInComments(path: string, text: string): readonly Example[] {
  return [...text.matchAll(comment)].flatMap((found) => {
    const plain = found[0].replace(/^[ \t]*\* ?/gm, '')
    return blocksOf(path, plain, lineAt(text, found.index))
  })
}

/** The ```ts blocks of a Markdown file. */
export function examplesInText(path: string, text: string): readonly Example[] {
  return blocksOf(path, text, 1)
}

function blocksOf(path: string, text: string, firstLine: number): readonly Example[] {
  return [...text.matchAll(block)].map(({ index, 1: code = '' }) => {
    return { path, line: firstLine + lineAt(text, index), code }
  })
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}
