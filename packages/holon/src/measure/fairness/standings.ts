import type { FairnessDeclaration, FairnessNumber, FairnessStanding } from '../../spec/fairness.ts'
import type { Located } from '../../stats/interval/contrast.ts'
import { type Cell, located, nameOf } from './cell.ts'
import { type Compared, compare, type Pair, widest } from './pairs.ts'
import { listed, percent, points } from './words.ts'

/** The smallest ratio of benefits that the four-fifths rule lets pass (29 CFR 1607.4 D). */
const fourFifths = 0.8

/** Which common definitions hold between these groups, of those that the declaration has the numbers for. */
export function standingsOf(
  cells: readonly Cell[],
  declaration: FairnessDeclaration,
): readonly FairnessStanding[] {
  const has = (number: FairnessNumber): boolean => cells.some(({ answers }) => answers.has(number))
  if (cells.length < 2) return []
  return [
    gaps('demographic-parity', cells, declaration, ['benefit']),
    impact(cells, declaration),
    ...(has('recall')
      ? [
          gaps('equal-opportunity', cells, declaration, ['recall']),
          gaps('equalized-odds', cells, declaration, ['recall', 'falsePositive']),
        ]
      : []),
    ...(has('overstated') ? [calibration(cells, declaration)] : []),
    ...(has('waits') ? [waits(cells, declaration)] : []),
  ]
}

const among: Readonly<Partial<Record<FairnessNumber, string>>> = {
  recall: 'of the deserving, ',
  falsePositive: 'of those who do not deserve it, ',
}

/** Equal rates: no pair of groups is further apart than the tolerance. */
function gaps(
  definition: FairnessStanding['definition'],
  cells: readonly Cell[],
  declaration: FairnessDeclaration,
  numbers: readonly FairnessNumber[],
): FairnessStanding {
  const each = numbers.map((number) => ({
    number,
    ...compare(cells, number, declaration, numbers.length),
  }))
  const pairs = each.flatMap((one) => one.pairs.map((pair) => ({ ...pair, number: one.number })))
  const worst = pairs.toSorted((a, b) => b.gap.value - a.gap.value)[0]
  if (worst === undefined) return nothing(definition)
  const { tolerance } = declaration
  return standing(definition, {
    worst: worst.gap,
    between: worst.between,
    broken: pairs.some(({ gap }) => gap.lower > tolerance),
    holds: pairs.every(({ gap }) => gap.upper <= tolerance && gap.lower >= -tolerance),
    unknown: each.flatMap((one) => one.unknown),
    says: `${among[worst.number] ?? ''}${percent(worst.values[0])} of ${worst.between[0]} and ${percent(worst.values[1])} of ${worst.between[1]} were treated well: ${points(worst.gap.value)} apart, with a tolerance of ${points(tolerance)}`,
  })
}

/** Disparate impact: no group has the benefit less than four fifths as often as another. */
function impact(cells: readonly Cell[], declaration: FairnessDeclaration): FairnessStanding {
  const { pairs, unknown } = compare(cells, 'benefit', declaration)
  const known = pairs.filter(({ ratio }) => Number.isFinite(ratio.value))
  const worst = known.toSorted((a, b) => a.ratio.value - b.ratio.value)[0]
  if (worst === undefined) return nothing('disparate-impact')
  return standing('disparate-impact', {
    worst: worst.ratio,
    between: worst.between,
    broken: known.some(({ ratio }) => ratio.upper < fourFifths),
    holds: known.every(({ ratio }) => ratio.lower >= fourFifths && ratio.upper <= 1 / fourFifths),
    unknown,
    says: `${worst.between[1]} were treated well ${Number(worst.ratio.value.toPrecision(3))} times as often as ${worst.between[0]}; four fifths is the rule`,
  })
}

/** Calibration: in no group is the stated score off on average by more than the tolerance. */
function calibration(cells: readonly Cell[], { minimum, tolerance }: FairnessDeclaration): FairnessStanding {
  const told = cells.map((cell) => ({
    name: nameOf(cell),
    off: located(cell.answers.get('overstated'), 1 - 0.05 / cells.length, minimum),
  }))
  const known = told.flatMap(({ name, off }) => (off === undefined ? [] : [{ name, off }]))
  const worst = known.toSorted((a, b) => Math.abs(b.off.value) - Math.abs(a.off.value))[0]
  if (worst === undefined) return nothing('calibration')
  const { name, off } = worst
  return standing('calibration', {
    worst: off,
    between: [name],
    broken: known.some((one) => one.off.lower > tolerance || one.off.upper < -tolerance),
    holds: known.every((one) => one.off.lower >= -tolerance && one.off.upper <= tolerance),
    unknown: told.filter((one) => one.off === undefined).map((one) => one.name),
    says: `the score of ${name} is ${points(Math.abs(off.value))} too ${off.value < 0 ? 'low' : 'high'} on average, with a tolerance of ${points(tolerance)}`,
  })
}

/** Equal waits: no group waits longer than another by more than the tolerance, as a share of the longer wait. */
function waits(cells: readonly Cell[], declaration: FairnessDeclaration): FairnessStanding {
  const { pairs, unknown } = compare(cells, 'waits', declaration)
  const worst = widest(pairs)
  if (worst === undefined) return nothing('equal-waits')
  const allowed = ({ values }: Pair): number => declaration.tolerance * Math.abs(values[0])
  return standing('equal-waits', {
    worst: worst.gap,
    between: worst.between,
    broken: pairs.some((pair) => pair.gap.lower > allowed(pair)),
    holds: pairs.every((pair) => Math.max(pair.gap.upper, -pair.gap.lower) <= allowed(pair)),
    unknown,
    says: `${worst.between[0]} waited ${short(worst.values[0])} on average and ${worst.between[1]} ${short(worst.values[1])}, with a tolerance of ${percent(declaration.tolerance)} of the longer wait`,
  })
}

const short = (value: number): string => String(Number(value.toPrecision(3)))

interface Found {
  readonly worst: Located
  readonly between: readonly string[]
  readonly broken: boolean
  readonly holds: boolean
  readonly unknown: Compared['unknown']
  readonly says: string
}

function standing(definition: FairnessStanding['definition'], found: Found): FairnessStanding {
  const { worst, between, broken, holds, says } = found
  const unknown = [...new Set(found.unknown)]
  const small = unknown.length === 0 ? '' : ` Too few to compare: ${listed(unknown)}.`
  return {
    definition,
    status: broken ? 'broken' : holds && unknown.length === 0 ? 'holds' : 'inconclusive',
    value: worst.value,
    interval:
      Number.isFinite(worst.lower) && Number.isFinite(worst.upper) ? [worst.lower, worst.upper] : null,
    between,
    because: `${says.charAt(0).toUpperCase()}${says.slice(1)}.${small}`,
  }
}

const nothing = (definition: FairnessStanding['definition']): FairnessStanding => ({
  ...{ definition, status: 'inconclusive', value: null, interval: null, between: [] },
  because: 'Too few groups are large enough to be compared.',
})
