import { HolonError } from '../spec/error.ts'
import type { Tunings } from '../spec/tunings.ts'
import { unknownName } from '../spec/unknown-name.ts'
import type { DecisionPart } from '../system/decision.ts'

/** The utilities that may be tuned. */
export const tunable = ['right', 'wrong', 'interrupting'] as const

/** Refuses utilities of unknown experiences, and what is no number. @throws HolonError `name-unknown`, `input-invalid` */
export function mustBeUtilities({ experiences }: DecisionPart, given: Tunings[string]): void {
  const known = experiences.map((one) => one.name)
  for (const [name, utilities] of Object.entries(given)) {
    if (!known.includes(name)) throw unknownName('experience', name, known)
    const wrong = Object.entries(utilities).find(
      ([key, value]) => !tunable.some((one) => one === key) || !Number.isFinite(value),
    )
    if (wrong === undefined) continue
    throw new HolonError(
      'input-invalid',
      `The value "${wrong[0]}" of "${name}" is ${wrong[1]}.`,
      'Give a finite number for `right`, `wrong` or `interrupting`, or leave it out to keep the declared one.',
    )
  }
}
