import type { CaseDocument } from 'holon'

/** Cases of one person. */
export interface Handed {
  readonly to: string
  readonly cases: readonly CaseDocument[]
}

/** Cases by the person they were handed to: who has the most urgent one first, each with the order they came in. */
export function byPerson(cases: readonly CaseDocument[]): readonly Handed[] {
  const people = new Map<string, CaseDocument[]>()
  for (const one of cases) people.set(one.to, [...(people.get(one.to) ?? []), one])
  return [...people].map(([to, theirs]) => ({ to, cases: theirs }))
}
