import type { FairnessDeclaration, FairnessGroup, FairnessGrouping } from '../../spec/fairness.ts'
import { listed, percent } from './words.ts'

/** A label known for less than this share of the largest share is said to be known unequally. */
const unequallyKnown = 0.8

/** What a reader must keep in mind: who is not told, and of whom labels are not known. */
export function noticesOf(
  declaration: FairnessDeclaration,
  groupings: readonly FairnessGrouping[],
): readonly string[] {
  const single = groupings.filter(({ by }) => by.length === 1)
  return [
    ...(declaration.deserved === undefined
      ? ['What people deserved is not declared, so errors by group are not known, only rates.']
      : []),
    ...groupings.flatMap((one) => smallIn(one, declaration)),
    ...single.flatMap(elsewhereIn),
    ...single.flatMap(knownIn),
  ]
}

function smallIn({ by, groups }: FairnessGrouping, { minimum }: FairnessDeclaration): readonly string[] {
  const small = groups.filter(({ tooSmall }) => tooSmall).map(({ is }) => is.join(' · '))
  if (small.length === 0) return []
  return [`By ${by.join(' and ')}, nothing is said of ${listed(small)}: fewer than ${minimum} observations.`]
}

function elsewhereIn({ by, groups, elsewhere, untold }: FairnessGrouping): readonly string[] {
  const told = groups.reduce((sum, { n }) => sum + n, 0)
  if (elsewhere === 0) return []
  const { value = null } = untold?.numbers.benefit ?? {}
  const known = groups.flatMap(({ n, numbers: { benefit } }) =>
    benefit === undefined || benefit.value === null ? [] : [{ n, value: benefit.value }],
  )
  const size = known.reduce((sum, { n }) => sum + n, 0)
  const well =
    value === null || size === 0
      ? ''
      : ` Of these ${percent(value)} are treated well, of the others ${percent(known.reduce((sum, one) => sum + one.n * one.value, 0) / size)}: what is said here is of the others only.`
  return [
    `By ${by.join(' and ')}, ${percent(elsewhere / (elsewhere + told))} of the observations belong to no known group.${well}`,
  ]
}

/** Errors speak only of those whose label came back; who that is may differ by group. */
function knownIn({ by, groups }: FairnessGrouping): readonly string[] {
  const known = groups.flatMap((group) => {
    const value = group.numbers.known?.value
    return value === undefined || value === null ? [] : [{ name: nameIn(group), value }]
  })
  const sorted = known.toSorted((a, b) => a.value - b.value)
  const [least, most] = [sorted[0], sorted.at(-1)]
  if (least === undefined || most === undefined || most.value === 0) return []
  if (least.value >= unequallyKnown * most.value) return []
  return [
    `By ${by.join(' and ')}, it is known what was deserved of ${percent(least.value)} of ${least.name} but ${percent(most.value)} of ${most.name}: errors speak only of those, and may mislead.`,
  ]
}

const nameIn = ({ is }: FairnessGroup): string => is.join(' · ')
