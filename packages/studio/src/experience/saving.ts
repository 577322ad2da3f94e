import type { TuningDocument } from 'holon'
import { type Draft, drafted, type Utilities } from './utilities.ts'
import { declaredOf, tuningWith } from './versions.ts'

/** A version about to be made. */
export interface Saving {
  /** What it says; what it leaves out is as declared. */
  readonly experiences: Draft
  /** The numbers that will hold. */
  readonly to: Utilities
  /** Why, as far as it is clear by itself. */
  readonly reason: string
  /** Whether the changes that were not saved are in it. */
  readonly ofDraft: boolean
}

/** Saves a draft on top of the latest version. */
export const savingDraft = (
  present: Utilities,
  versions: readonly TuningDocument[],
  draft: Draft,
): Saving => ({
  experiences: tuningWith(versions, draft),
  to: drafted(present, draft),
  reason: '',
  ofDraft: true,
})

/** Goes back to a version; to what the code declares without one. */
export function goingBack(
  present: Utilities,
  versions: readonly TuningDocument[],
  version: TuningDocument | undefined,
): Saving {
  const experiences = version?.experiences ?? {}
  const where = version === undefined ? 'what is declared' : `version ${version.version}`
  return {
    experiences,
    to: drafted(declaredOf(present, versions), experiences),
    reason: `Back to ${where}: `,
    ofDraft: false,
  }
}
