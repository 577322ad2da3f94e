/** A block of the little Markdown that model cards are written in. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table'
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
    }
  | { readonly kind: 'paragraph'; readonly text: string }

/**
 * The blocks of a Markdown text: headings, lists, tables and paragraphs, which blank lines part. Marks inside a text
 * stay in it.
 *
 * @example
 * ```ts
 * blocksOf('# Card\n\nSays *how likely*.') // [{ kind: 'heading', level: 1, text: 'Card' }, { kind: 'paragraph', ... }]
 * ```
 */
export function blocksOf(markdown: string): readonly Block[] {
  return markdown
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .map(blockOf)
}

function blockOf(text: string): Block {
  const lines = text.split('\n')
  const heading = /^(#+) (.*)$/.exec(text)
  if (heading !== null) return { kind: 'heading', level: heading[1]?.length ?? 1, text: heading[2] ?? '' }
  if (lines.every((line) => line.startsWith('- '))) {
    return { kind: 'list', items: lines.map((line) => line.slice(2)) }
  }
  if (lines.length > 2 && lines.every((line) => line.startsWith('|'))) {
    const [head = [], , ...rows] = lines.map(cellsOf)
    return { kind: 'table', head, rows }
  }
  return { kind: 'paragraph', text: lines.join(' ') }
}

function cellsOf(line: string): readonly string[] {
  return line
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim())
}
