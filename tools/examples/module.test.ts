import { describe, expect, test } from 'vitest'
import { examplesInComments, examplesInText } from './extract.ts'
import { moduleOf, valuesExportedBy } from './module.ts'

const source = [
  'export const one = 1',
  '/**',
  ' * Doubles.',
  ' *',
  ' * @example',
  ' * ```ts',
  ' * const x = 2',
  ' * double(x) // 4',
  ' * ```',
  ' */',
  'export function double(x: number): number { return 2 * x }',
  'export type Never = never',
].join('\n')

describe('examples', () => {
  test('are found in doc comments with the line of their first statement', () => {
    expect(examplesInComments('double.ts', source)).toEqual([
      { path: 'double.ts', line: 7, code: 'const x = 2\ndouble(x) // 4\n' },
    ])
  })

  test('are found in Markdown', () => {
    expect(examplesInText('README.md', 'Text\n```ts\nf()\n```\n```sh\nls\n```\n')).toEqual([
      { path: 'README.md', line: 3, code: 'f()\n' },
    ])
  })

  test('become a module that shows values, with the names of the scope imported where they are used', () => {
    const [example] = examplesInComments('double.ts', source)
    const scope = new Map([
      ['double', './double.ts'],
      ['x', './x.ts'],
      ['unused', './unused.ts'],
    ])
    expect(example && moduleOf(example, scope)).toBe(
      'import { double } from "./double.ts"; export const shown: [number, unknown, string][] = [];\n' +
        'const x = 2\nshown.push([8, await (double(x)), "4"]); // 4\n',
    )
  })

  test('keep what they import themselves', () => {
    const code = `import { double } from 'holon'\ndouble(1)\n`
    expect(moduleOf({ path: 'a.ts', line: 1, code }, new Map([['double', './double.ts']]))).toContain(code)
  })
})

test('values exported by a file are told from its types', () => {
  expect(valuesExportedBy('double.ts', source)).toEqual(['one', 'double'])
})
