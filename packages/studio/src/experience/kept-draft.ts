import { type Draft, type Utilities, utilityNames } from './utilities.ts'

const shelf = (system: string, decision: string): string => `holon-draft ${system} ${decision}`

/** Keeps a draft for this tab, so that it is there again after a look at a decision; an empty one is forgotten. */
export function keepDraft(system: string, decision: string, draft: Draft): void {
  const key = shelf(system, decision)
  if (Object.keys(draft).length === 0) sessionStorage.removeItem(key)
  else sessionStorage.setItem(key, JSON.stringify(draft))
}

/** The kept draft, as far as it fits the experiences there are now. */
export function keptDraft(system: string, decision: string, present: Utilities): Draft {
  const kept = read(sessionStorage.getItem(shelf(system, decision)))
  const fitting = Object.keys(present).map((name) => {
    const one = kept[name] ?? {}
    const values = utilityNames.filter(
      (value) => Number.isFinite(one[value]) && one[value] !== present[name]?.[value],
    )
    return [name, Object.fromEntries(values.map((value) => [value, one[value]]))] as const
  })
  return Object.fromEntries(fitting.filter(([, one]) => Object.keys(one).length > 0))
}

function read(text: string | null): Readonly<Record<string, Readonly<Record<string, number>>>> {
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    return typeof value === 'object' && value !== null ? (value as ReturnType<typeof read>) : {}
  } catch {
    return {}
  }
}
