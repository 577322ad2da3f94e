import { type Comment, type ParseResult, parseSync } from 'oxc-parser'
import type { Example } from './extract.ts'

/** Where a name that an example uses without importing it comes from: name -> module specifier. */
export type Scope = ReadonlyMap<string, string>

/**
 * Makes a module of an example that collects what its lines showed: every expression with a comment behind it becomes
 * `shown.push([line, value, comment])`. Names of the scope are imported where the example does not say from where.
 */
export function moduleOf({ code, line }: Example, scope: Scope): string {
  const result = parseSync('example.ts', code)
  const imports = missingNames(code, result, scope).map(
    ([name, from]) => `import { ${name} } from ${JSON.stringify(from)}; `,
  )
  const lineOf = (offset: number): number => line + code.slice(0, offset).split('\n').length - 1
  let body = code
  for (const statement of [...result.program.body].reverse()) {
    if (statement.type !== 'ExpressionStatement') continue
    const said = commentBehind(statement.end, code, result.comments)
    if (said === undefined) continue
    const { start, end } = statement.expression
    const shows = `shown.push([${lineOf(start)}, await (${code.slice(start, end)}), ${JSON.stringify(said)}]);`
    body = body.slice(0, statement.start) + shows + body.slice(statement.end)
  }
  return `${imports.join('')}export const shown: [number, unknown, string][] = [];\n${body}`
}

/** Names exported by a source file that exist when it runs. */
export function valuesExportedBy(path: string, text: string): readonly string[] {
  return parseSync(path, text).module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ isType, exportName }) =>
      isType || exportName.name === null ? [] : [exportName.name],
    ),
  )
}

function commentBehind(end: number, code: string, comments: readonly Comment[]): string | undefined {
  const found = comments.find(({ start, type }) => type === 'Line' && start >= end)
  if (found === undefined || code.slice(end, found.start).trim() !== '') return undefined
  return code.slice(end, found.start).includes('\n') ? undefined : found.value.trim()
}

function missingNames(
  code: string,
  { module, program }: ParseResult,
  scope: Scope,
): readonly [string, string][] {
  const known = new Set(
    module.staticImports.flatMap(({ entries }) => entries.map((one) => one.localName.value)),
  )
  for (const statement of program.body) {
    if (statement.type === 'FunctionDeclaration') known.add(statement.id?.name ?? '')
    if (statement.type !== 'VariableDeclaration') continue
    for (const { id } of statement.declarations) if (id.type === 'Identifier') known.add(id.name)
  }
  return [...scope].filter(([name]) => !known.has(name) && new RegExp(`(?<![\\w.'"])${name}\\b`).test(code))
}
