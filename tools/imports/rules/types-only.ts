import type { Rule } from '../rule.ts'

const light = new Set(['@holon/client', '@holon/react'])

/** The one entry of the kernel that is made for browsers. */
const forBrowsers = 'holon/flight'

/** What is shipped to a person's browser takes the words of the kernel, not its code. */
export const typesOnly: Rule = ({ from, to, types, specifier }) => {
  if (!light.has(from.package?.name ?? '') || from.checks || types || specifier === forBrowsers) {
    return undefined
  }
  if (to.kind !== 'file' || to.place.package?.name !== 'holon') return undefined
  return {
    problem: `${from.package?.folder} imports code of holon`,
    fix: 'Write `import type`. What needs code of the kernel belongs on the server.',
  }
}
