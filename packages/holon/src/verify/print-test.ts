import type { Story } from './story.ts'

/** Longer than this, a literal is written over several lines. */
const wide = 96

/** A story that breaks an invariant as a test of vitest, to be pasted beside the `verify.ts` of the product. */
export function printTest(invariant: string, story: Story, without: readonly string[] = []): string {
  const left = without.length === 0 ? '' : `, ${literal({ without }, 1)}`
  return [
    `import { tell } from 'holon/verify'`,
    `import { expect, it } from 'vitest'`,
    `import { verification } from './verify.ts'`,
    '',
    `it(${literal(`keeps: ${invariant}`, 0)}, async () => {`,
    `  const { broken } = await tell(verification, ${literal(story, 1)}${left})`,
    '  expect(broken).toEqual([])',
    '})',
    '',
  ].join('\n')
}

/** A value as it is written in TypeScript, numbers that JSON lacks included. */
function literal(value: unknown, depth: number): string {
  if (typeof value === 'string') return quoted(value)
  if (typeof value !== 'object' || value === null) return Object.is(value, -0) ? '-0' : String(value)
  const entries = Array.isArray(value)
    ? value.map((item) => literal(item, depth + 1))
    : Object.entries(value).map(([name, item]) => `${nameOf(name)}: ${literal(item, depth + 1)}`)
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{ ', ' }']
  if (entries.length === 0) return Array.isArray(value) ? '[]' : '{}'
  const line = `${open}${entries.join(', ')}${close}`
  if (line.length + depth * 2 <= wide && !line.includes('\n')) return line
  const indent = '  '.repeat(depth + 1)
  return `${open.trim()}\n${entries.map((entry) => `${indent}${entry},\n`).join('')}${'  '.repeat(depth)}${close.trim()}`
}

const nameOf = (name: string): string =>
  name === '__proto__' ? `['__proto__']` : /^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name)

const quoted = (text: string): string =>
  `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
