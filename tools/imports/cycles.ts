import type { Violation } from './rule.ts'
import type { Edge } from './workspace.ts'

/** One violation for every circle of files that import each other; erased imports count too. */
export function cycles(edges: readonly Edge[]): readonly Violation[] {
  const next = new Map<string, Edge[]>()
  for (const edge of edges) {
    if (edge.to.kind !== 'file') continue
    next.set(edge.from.path, [...(next.get(edge.from.path) ?? []), edge])
  }
  const done = new Set<string>()
  const found: Violation[] = []
  for (const path of next.keys()) walk(path, next, [], done, found)
  return found
}

/** Depth first; an edge back to a file on the way from the start closes a circle. */
function walk(
  path: string,
  next: ReadonlyMap<string, readonly Edge[]>,
  way: readonly string[],
  done: Set<string>,
  found: Violation[],
): void {
  if (done.has(path)) return
  for (const edge of next.get(path) ?? []) {
    if (edge.to.kind !== 'file') continue
    const target = edge.to.place.path
    const start = [...way, path].indexOf(target)
    if (start >= 0) found.push(circle([...way, path].slice(start), edge))
    else walk(target, next, [...way, path], done, found)
  }
  done.add(path)
}

function circle(files: readonly string[], closing: Edge): Violation {
  return {
    rule: 'cycles',
    path: closing.from.path,
    line: closing.line,
    problem: `files import each other in a circle: ${[...files, files[0]].join(' -> ')}`,
    fix: 'Move what two of them need into a file of its own, below both.',
  }
}
