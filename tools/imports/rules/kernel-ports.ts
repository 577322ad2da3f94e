import { builtinModules } from 'node:module'
import type { Rule } from '../rule.ts'

/** Libraries that only compute: what worlds draw from, and the order of what is due in them. */
const computing = ['d3-random', 'tinyqueue']

/**
 * The kernel runs in a browser: nothing of Node, and of libraries only the words of Standard Schema; for worlds, which
 * no page of a product carries, also some that only compute.
 */
export const kernelPorts: Rule = ({ from, to, types, specifier }) => {
  if (from.package?.name !== 'holon' || from.checks) return undefined
  if (to.kind === 'node' || (to.kind === 'library' && builtinModules.includes(to.name))) {
    return {
      problem: `the kernel imports ${specifier}`,
      fix: 'State what is needed as a port in spec/ports.ts and implement it in an adapter.',
    }
  }
  if (to.kind !== 'library' || (types && to.name === '@standard-schema/spec')) return undefined
  if (from.path.startsWith('packages/holon/src/world/') && computing.includes(to.name)) return undefined
  return {
    problem: `the kernel imports the library ${to.name}`,
    fix: 'Put the library behind a port, in an adapter of its own.',
  }
}
