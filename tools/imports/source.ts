import { type ParseResult, parseSync, Visitor } from 'oxc-parser'

/** One import or re-export. `types`: the compiler erases it. */
export interface Import {
  readonly specifier: string
  readonly types: boolean
  readonly line: number
}

/** A call that takes time or chance from the machine instead of a port. */
export interface AmbientUse {
  readonly what: string
  readonly line: number
}

/** What the rules need to know of one file. */
export interface Source {
  readonly imports: readonly Import[]
  readonly ambient: readonly AmbientUse[]
}

interface Node {
  readonly start: number
}

const ambientMembers = new Set(['Date.now', 'Math.random', 'performance.now', 'crypto.randomUUID'])

/** Finds every way in which a file names another module: import, export from, `import()` and `import('…').Type`. */
export function readSource(path: string, text: string): Source {
  const result = parseSync(path, text)
  const line = (offset: number) => text.slice(0, offset).split('\n').length
  const imports = [...staticImports(result, line)]
  const ambient: AmbientUse[] = []
  const dynamic = (node: Node, source: { value?: unknown }, types: boolean) => {
    if (typeof source.value === 'string')
      imports.push({ specifier: source.value, types, line: line(node.start) })
  }
  new Visitor({
    ImportExpression: (node) => dynamic(node, node.source as { value?: unknown }, false),
    TSImportType: (node) => dynamic(node, node.source, true),
    NewExpression(node) {
      const isDate = node.callee.type === 'Identifier' && node.callee.name === 'Date'
      if (isDate && node.arguments.length === 0) ambient.push({ what: 'new Date()', line: line(node.start) })
    },
    MemberExpression(node) {
      if (node.object.type !== 'Identifier' || node.property.type !== 'Identifier') return
      const what = `${node.object.name}.${node.property.name}`
      if (ambientMembers.has(what)) ambient.push({ what, line: line(node.start) })
    },
  }).visit(result.program)
  return { imports, ambient }
}

function* staticImports(result: ParseResult, line: (offset: number) => number): Generator<Import> {
  for (const { moduleRequest, entries, start } of result.module.staticImports) {
    const types = entries.length > 0 && entries.every((entry) => entry.isType)
    yield { specifier: moduleRequest.value, types, line: line(start) }
  }
  for (const { entries, start } of result.module.staticExports) {
    const [from] = entries.flatMap((entry) => entry.moduleRequest ?? [])
    if (from === undefined) continue
    yield { specifier: from.value, types: entries.every((entry) => entry.isType), line: line(start) }
  }
}
