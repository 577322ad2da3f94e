import { builtinModules } from 'node:module'
import type { Rule } from '../rule.ts'
import type { Place } from '../workspace.ts'

const browserPackages = new Set(['@holon/client', '@holon/react', '@holon/studio'])
/** Adapters that load what only Node has when it is needed, and never in a browser. */
const everywhere = new Set(['@holon/model-onnx'])
const serverPackages = new Set(['@holon/embedded', '@holon/server', '@holon/cli'])

/** Code that runs in a browser imports nothing of Node and nothing that does. */
export const browser: Rule = ({ from, to, types, specifier }) => {
  if (!runsInBrowser(from) || types) return undefined
  const home = to.kind === 'file' ? to.place.package : undefined
  const isServer =
    home !== undefined &&
    !everywhere.has(home.name) &&
    (home.group === 'adapters' || serverPackages.has(home.name))
  const isNode = to.kind === 'node' || (to.kind === 'library' && builtinModules.includes(to.name))
  if (!isServer && !isNode) return undefined
  return {
    problem: `${specifier} cannot run in a browser`,
    fix: 'Call the server through @holon/client, or write `import type`.',
  }
}

function runsInBrowser({ package: home, inside, checks }: Place): boolean {
  if (home === undefined || checks || inside.endsWith('.config.ts')) return false
  if (home.group === 'products') return inside.startsWith('page/')
  return browserPackages.has(home.name)
}
