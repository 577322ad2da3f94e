import type { Rule } from '../rule.ts'
import type { Package } from '../workspace.ts'

/** What each package may name, apart from itself and outside libraries. `adapters` stands for all of them. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  holon: [],
  '@holon/sqlite': [],
  '@holon/learn': ['holon'],
  '@holon/client': ['holon'],
  '@holon/react': ['holon', '@holon/client'],
  '@holon/server': ['holon', '@holon/flags'],
  '@holon/embedded': ['holon', 'adapters'],
  '@holon/cli': ['holon', '@holon/client', '@holon/embedded', '@holon/server'],
  '@holon/studio': ['holon', '@holon/client', '@holon/react'],
}

/** Adapters know the kernel and their library only, products no other product, and no package knows a product. */
export const packages: Rule = ({ from, to }) => {
  const target = to.kind === 'closed' ? to.package : to.kind === 'file' ? to.place.package : undefined
  const home = from.package
  if (home === undefined || target === undefined || home === target) return undefined
  const may = allowedFor(home)
  if (may === 'all but products' ? target.group !== 'products' : may.some((word) => means(word, target))) {
    return undefined
  }
  return { problem: `${home.folder} imports ${target.folder}`, fix: fixes[home.group] }
}

const fixes: Readonly<Record<Package['group'], string>> = {
  packages:
    'Turn the dependency round, or pass the thing in. tools/imports/rules/packages.ts says who may import whom.',
  adapters:
    'An adapter knows holon and its one library. Move what two adapters need into the kernel, or into that library.',
  products: 'Products do not know each other. Move what two of them need into a package.',
}

function allowedFor(home: Package): readonly string[] | 'all but products' {
  if (home.group === 'adapters') return ['holon', '@holon/sqlite', '@holon/flags']
  if (home.group === 'products') return 'all but products'
  return allowed[home.name] ?? ['holon']
}

function means(word: string, target: Package): boolean {
  return word === target.name || word === target.group
}
