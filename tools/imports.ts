import { join } from 'node:path'
import { checkImports } from './imports/check.ts'
import { readTree } from './imports/tree.ts'

/** `node tools/imports.ts`: who may import whom. Exit code 1 when an import is against the rules. */
function main(): number {
  const tree = readTree(join(import.meta.dirname, '..'))
  const violations = checkImports(tree)
  for (const { rule, path, line, problem, fix } of violations) {
    console.log(`${path}:${line} ${rule}: ${problem}\n  ${fix}`)
  }
  return violations.length === 0 ? 0 : 1
}

process.exitCode = main()
