import type { ExperienceDocument, TuningChange, Tunings } from 'holon'

/** A number of an experience that can be changed. */
export type Utility = TuningChange['value']

/** The numbers of every experience, by its name. */
export type Utilities = Readonly<Record<string, Readonly<Record<Utility, number>>>>

/** Numbers that were changed and not saved yet. */
export type Draft = Tunings[string]

export const utilityNames = ['right', 'wrong', 'interrupting'] as const

/** What a number means, to go on from the name of its experience. */
export const utilityWords: Readonly<Record<Utility, string>> = {
  right: 'when right',
  wrong: 'when wrong',
  interrupting: 'cost of interrupting',
}

/** The numbers that hold now. */
export const utilitiesOf = (experiences: readonly ExperienceDocument[]): Utilities =>
  Object.fromEntries(
    experiences.map(({ name, right, wrong, interrupting }) => [name, { right, wrong, interrupting }]),
  )

/** What would hold with a draft. */
export function drafted(present: Utilities, draft: Draft): Utilities {
  return Object.fromEntries(Object.entries(present).map(([name, one]) => [name, { ...one, ...draft[name] }]))
}

/** A draft with one number more; a number that is what it was is no change. */
export function withChange(
  present: Utilities,
  draft: Draft,
  experience: string,
  value: Utility,
  to: number,
): Draft {
  const { [experience]: before = {}, ...others } = draft
  const { [value]: _, ...rest } = before
  const one = present[experience]?.[value] === to ? rest : { ...rest, [value]: to }
  return Object.keys(one).length === 0 ? others : { ...others, [experience]: one }
}

/** Every number in which two states differ, in the order of the experiences. */
export function changesOf(from: Utilities, to: Utilities): readonly TuningChange[] {
  return Object.entries(from).flatMap(([experience, before]) =>
    utilityNames.flatMap((value) => {
      const after = to[experience]?.[value] ?? before[value]
      return before[value] === after ? [] : [{ experience, value, from: before[value], to: after }]
    }),
  )
}

/** Some numbers over others. */
export function merged(under: Draft, over: Draft): Draft {
  const names = [...new Set([...Object.keys(under), ...Object.keys(over)])]
  return Object.fromEntries(names.map((name) => [name, { ...under[name], ...over[name] }]))
}
