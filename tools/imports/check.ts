import { cycles } from './cycles.ts'
import type { Rule, Violation, Wrong } from './rule.ts'
import { browser } from './rules/browser.ts'
import { kernelLayers } from './rules/kernel-layers.ts'
import { kernelPorts } from './rules/kernel-ports.ts'
import { packages as whoImportsWhom } from './rules/packages.ts'
import { publicEntries } from './rules/public-entries.ts'
import { typesOnly } from './rules/types-only.ts'
import { readSource } from './source.ts'
import type { Tree } from './tree.ts'
import { type Edge, packagesOf, placeOf, targetOf } from './workspace.ts'

const rules: Readonly<Record<string, Rule>> = {
  'kernel-layers': kernelLayers,
  'kernel-ports': kernelPorts,
  packages: whoImportsWhom,
  'types-only': typesOnly,
  browser,
  'public-entries': publicEntries,
}

/** Checks every import of a tree against the rules, and the whole against import cycles. */
export function checkImports(tree: Tree): readonly Violation[] {
  const packages = packagesOf(tree)
  const violations: Violation[] = []
  const edges: Edge[] = []
  for (const [path, text] of tree) {
    if (path.endsWith('package.json')) continue
    const from = placeOf(path, packages)
    const { imports, ambient } = readSource(path, text)
    for (const found of imports) edges.push({ ...found, from, to: targetOf(found.specifier, path, packages) })
    if (from.package?.name !== 'holon' || from.checks || implementsPorts(from.inside)) continue
    for (const { what, line } of ambient)
      violations.push({ rule: 'kernel-ports', path, line, ...taking(what) })
  }
  for (const edge of edges) {
    for (const [rule, look] of Object.entries(rules)) {
      const wrong = look(edge)
      if (wrong !== undefined) violations.push({ rule, path: edge.from.path, line: edge.line, ...wrong })
    }
  }
  return [...violations, ...cycles(edges)]
}

/** The machine's own clock and chance have to be taken somewhere: behind their ports. */
function implementsPorts(inside: string): boolean {
  return inside.startsWith('src/memory/')
}

function taking(what: string): Wrong {
  return {
    problem: `the kernel takes ${what} from the machine, so the same seed no longer gives the same bytes`,
    fix: 'Take a Clock or a Random of spec/ports.ts as a parameter.',
  }
}
