import type { Rule } from '../rule.ts'

/** Layers of the kernel from the ground up; those of one line are siblings. */
const order: readonly (readonly string[])[] = [
  ['spec'],
  ['stats'],
  ['system'],
  ['decide', 'measure', 'monitor', 'pipeline'],
  ['memory'],
  ['testing'],
  ['runtime'],
  ['verify', 'world'],
]

/** Folders of `packages/holon/src` import downwards only. Tests may use any layer. */
export const kernelLayers: Rule = ({ from, to }) => {
  if (from.package?.name !== 'holon' || from.checks) return undefined
  if (to.kind !== 'file' || to.place.package?.name !== 'holon') return undefined
  const upper = layerOf(from.inside)
  const lower = layerOf(to.place.inside)
  if (upper === undefined || lower === undefined || upper === lower) return undefined
  if (rank(lower) < rank(upper)) return undefined
  const relation = rank(lower) === rank(upper) ? 'a sibling' : 'above it'
  return {
    problem: `${upper} imports ${lower}, which is ${relation}`,
    fix: `Move what both need down (to spec or stats), or let runtime pass it in. Order: ${words}.`,
  }
}

const words = order.map((line) => line.join(', ')).join(' <- ')

/** The folder under src; undefined for the package's own entry file, which may name everything. */
function layerOf(inside: string): string | undefined {
  return inside === 'src/index.ts' ? undefined : (/^src\/([^/]+)\//.exec(inside)?.[1] ?? 'src')
}

function rank(layer: string): number {
  const found = order.findIndex((line) => line.includes(layer))
  // An unknown folder stands above all others, so nothing imports it before it is given its place here.
  return found < 0 ? order.length : found
}
