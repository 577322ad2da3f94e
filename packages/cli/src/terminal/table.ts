import { stripVTControlCharacters } from 'node:util'

const gap = '  '

/**
 * Lines up cells in columns, each as wide as its widest cell; numbers (columns listed in `right`) to the right.
 *
 * @example
 * ```ts
 * table([['auc', '0.861'], ['n', '1553']], { right: [1] }) // 'auc  0.861\nn     1553'
 * ```
 */
export function table(
  rows: readonly (readonly string[])[],
  { right = [] }: { readonly right?: readonly number[] } = {},
): string {
  const widths: number[] = []
  for (const row of rows) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, widthOf(cell))
    })
  }
  const line = (row: readonly string[]): string =>
    row.map((cell, column) => padded(cell, widths[column] ?? 0, right.includes(column))).join(gap)
  return rows.map((row) => line(row).trimEnd()).join('\n')
}

function padded(cell: string, width: number, toTheRight: boolean): string {
  const space = ' '.repeat(width - widthOf(cell))
  return toTheRight ? space + cell : cell + space
}

/** Columns a text takes; colours take none. */
function widthOf(text: string): number {
  return [...stripVTControlCharacters(text)].length
}
