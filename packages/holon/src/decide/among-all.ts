import type { Choice, Option } from '../system/policy.ts'

/** A choice among some of the options as one among all of them: the others have probability 0. */
export const amongAll = (
  all: readonly Option[],
  some: readonly Option[],
  { probabilities, preferred }: Choice,
): Choice => ({
  probabilities: all.map((option) => probabilities[some.indexOf(option)] ?? 0),
  preferred: all.indexOf(some[preferred] as Option),
})
