import type { Rule, Wrong } from '../rule.ts'
import type { Package, Place } from '../workspace.ts'

/** From outside a package by what it publishes, from inside by the file that has the thing. */
export const publicEntries: Rule = ({ from, to, specifier }) => {
  if (to.kind === 'closed')
    return unpublished(`${to.package.name} does not publish ${to.subpath}`, to.package)
  if (to.kind !== 'file') return undefined
  const home = to.place.package
  if (from.package === home) return fromInside(from, to.place, to.by)
  if (to.by === 'name') return undefined
  // A product publishes nothing: benchmarks and end-to-end tests take its files.
  if (from.package === undefined && home?.group === 'products') return undefined
  if (home !== undefined) return unpublished(`${specifier} reaches into ${home.folder}`, home)
  return from.checks ? undefined : leaving(specifier)
}

function fromInside(from: Place, to: Place, by: 'path' | 'name'): Wrong | undefined {
  if (from.package === undefined || from.checks) return undefined
  const { entries } = from.package
  const namesAll = entries.get('.') === from.path
  if (by === 'path' && (namesAll || ![...entries.values()].includes(to.path))) return undefined
  return {
    problem: `a file imports the entry ${to.path} of its own package`,
    fix: 'Import the file that has the thing: the entry is for others, from inside it makes circles.',
  }
}

function unpublished(problem: string, { name, entries }: Package): Wrong {
  const published = [...entries.keys()].map((subpath) => name + subpath.slice(1)).join(', ')
  return { problem, fix: `Import ${published || 'nothing of it'}, or publish the thing there.` }
}

function leaving(specifier: string): Wrong {
  return {
    problem: `${specifier} leaves the package`,
    fix: 'Only tests, benchmarks and reference cases may use the tools of the root. Move what ships into a package.',
  }
}
