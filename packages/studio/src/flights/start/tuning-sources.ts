import type { DecisionDocument, TuningDocument, Tunings } from 'holon'
import { changesOf, type Draft, drafted, type Utilities, utilitiesOf } from '../../experience/utilities.ts'
import { declaredOf } from '../../experience/versions.ts'

/** Numbers of the experiences that an arm may have instead of those that hold now, and where they come from. */
export interface TuningSource {
  readonly label: string
  readonly experiences: Tunings[string]
}

/**
 * Every version of the numbers but the one at work, what the code declares, and the changes in the experience designer that
 * nobody saved; each only in what differs from now.
 */
export function tuningSources(
  { experiences }: Pick<DecisionDocument, 'experiences'>,
  versions: readonly TuningDocument[],
  unsaved: Draft,
): readonly TuningSource[] {
  const present = utilitiesOf(experiences)
  const declared = declaredOf(present, versions)
  const all: readonly (readonly [label: string, to: Utilities])[] = [
    ['the unsaved changes of the experience designer', drafted(present, unsaved)],
    ...versions
      .toReversed()
      .map((one) => [`version ${one.version}: ${one.reason}`, drafted(declared, one.experiences)] as const),
    ['as the code declares them', declared],
  ]
  return all.flatMap(([label, to]) => {
    const experiences = between(present, to)
    return Object.keys(experiences).length === 0 ? [] : [{ label, experiences }]
  })
}

/** The numbers in which two states differ, as an arm says them. */
function between(present: Utilities, to: Utilities): Draft {
  const changes = Map.groupBy(changesOf(present, to), ({ experience }) => experience)
  return Object.fromEntries(
    [...changes].map(([experience, own]) => [
      experience,
      Object.fromEntries(own.map(({ value, to }) => [value, to])),
    ]),
  )
}
