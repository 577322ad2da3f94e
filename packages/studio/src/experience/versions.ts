import type { TuningDocument } from 'holon'
import { type Draft, merged, type Utilities, utilityNames } from './utilities.ts'

/** The versions of one decision, oldest first. */
export const versionsOf = (all: readonly TuningDocument[], decision: string): readonly TuningDocument[] =>
  all.filter((one) => one.decision === decision)

/** What a new version has to say: everything the latest one says, and the changes on top; all else stays as declared. */
export const tuningWith = (versions: readonly TuningDocument[], draft: Draft): Draft =>
  merged(versions.at(-1)?.experiences ?? {}, draft)

/**
 * The numbers as the code declares them: those that hold now, except where the latest version says otherwise; there it
 * is what the first change changed.
 */
export function declaredOf(present: Utilities, versions: readonly TuningDocument[]): Utilities {
  const latest = versions.at(-1)?.experiences ?? {}
  const first = (experience: string, value: string) =>
    versions
      .flatMap(({ changes }) => changes)
      .find((one) => one.experience === experience && one.value === value)?.from
  return Object.fromEntries(
    Object.entries(present).map(([name, numbers]) => {
      const declared = { ...numbers }
      for (const value of utilityNames) {
        if (latest[name]?.[value] !== undefined) declared[value] = first(name, value) ?? numbers[value]
      }
      return [name, declared]
    }),
  )
}
