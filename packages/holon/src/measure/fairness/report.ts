import type {
  FairnessDeclaration,
  FairnessDimension,
  FairnessGroup,
  FairnessGrouping,
  FairnessNumber,
  FairnessReport,
} from '../../spec/fairness.ts'
import type { Expression, Measure } from '../../spec/measure.ts'
import type { MeasureAnswer } from '../../spec/ports.ts'
import { type Answered, type Cell, nameOf, toldOf } from './cell.ts'
import { type Axis, axisOf, combinations, placeOf, shownAs } from './groups.ts'
import { incompatible } from './incompatible.ts'
import { measuresOf, metOf, sizeOf } from './measures.ts'
import { noticesOf } from './notices.ts'
import { reversalsOf, type Stratified } from './reversals.ts'
import { standingsOf } from './standings.ts'

/** Asks a warehouse for a measure, one answer for each value of the slice. */
export type Ask = (measure: Measure, slice?: Expression) => Promise<readonly MeasureAnswer[]>

/** A fairness declaration measured: every way to tell people apart, and every two of them crossed. */
export async function fairnessReport(
  declaration: FairnessDeclaration,
  experiences: readonly string[],
  ask: Ask,
): Promise<FairnessReport> {
  const axes = (dimensions: readonly FairnessDimension[]): Promise<readonly Axis[]> =>
    Promise.all(dimensions.map(async (one) => axisOf(one, await ask(sizeOf(declaration), one.of))))
  const [groups, strata] = await Promise.all([axes(declaration.groups), axes(declaration.strata)])
  const crossed = groups.flatMap((one, index) => groups.slice(index + 1).map((other) => [one, other]))
  const groupings = await Promise.all(
    [...groups.map((one) => [one]), ...crossed].map((by) =>
      groupingOf(declaration, by, by.length === 1 ? strata : [], experiences, ask),
    ),
  )
  const { name, why, minimum, tolerance } = declaration
  return { name, why, minimum, tolerance, groupings, notices: noticesOf(declaration, groupings) }
}

async function groupingOf(
  declaration: FairnessDeclaration,
  axes: readonly Axis[],
  strata: readonly Axis[],
  experiences: readonly string[],
  ask: Ask,
): Promise<FairnessGrouping> {
  const { cells, untold, elsewhere } = await cellsOf(declaration, axes, experiences, ask)
  const kinds = await Promise.all(strata.map((one) => stratified(declaration, axes, one, ask)))
  const large = cells.filter(({ n }) => n >= declaration.minimum)
  return {
    by: axes.map((axis) => axis.name),
    groups: cells.map((cell) => groupOf(cell, declaration)),
    elsewhere,
    ...(elsewhere > 0 && { untold: groupOf(untold, declaration) }),
    standings: standingsOf(cells, declaration),
    incompatible: incompatible(large, declaration),
    reversals: reversalsOf(large, kinds, declaration),
  }
}

async function cellsOf(
  declaration: FairnessDeclaration,
  axes: readonly Axis[],
  experiences: readonly string[],
  ask: Ask,
): Promise<{ readonly cells: readonly Cell[]; readonly untold: Cell; readonly elsewhere: number }> {
  const numbers = Object.entries(measuresOf(declaration)) as [FairnessNumber, Measure][]
  const sliced = (measure: Measure) => byPlace(measure, axes, ask)
  const [size, whole, asked, met] = await Promise.all([
    sliced(sizeOf(declaration)),
    ask(sizeOf(declaration)),
    Promise.all(numbers.map(async ([name, measure]) => [name, await sliced(measure)] as const)),
    Promise.all(experiences.map(async (name) => [name, await sliced(metOf(declaration, name))] as const)),
  ])
  const cellAt = (place: number, is: readonly string[]): Cell => ({
    ...{ is, n: counted(size.get(place)), answers: at(place, asked), met: at(place, met) },
  })
  const cells = combinations(axes)
    .map((values, place) => cellAt(place, shown(values, axes)))
    .filter(({ n }) => n > 0)
  const told = cells.reduce((sum, { n }) => sum + n, 0)
  // A person with decisions in two groups counts in both.
  const elsewhere = Math.max(0, counted(whole[0]) - told)
  return { cells, untold: { ...cellAt(nowhere, [notTold]), n: elsewhere }, elsewhere }
}

/** The place of decisions of no group that is told. */
const nowhere = -1
const notTold = 'not known'

async function stratified(
  declaration: FairnessDeclaration,
  axes: readonly Axis[],
  strata: Axis,
  ask: Ask,
): Promise<Stratified> {
  const names = strata.values.map((value) => shownAs(value, strata))
  const benefit = measuresOf(declaration).benefit
  const found =
    benefit === undefined ? new Map<number, Answered>() : await byPlace(benefit, [...axes, strata], ask)
  const groups = combinations(axes).map((values, place) => {
    const within = names.flatMap((name, index) => {
      const answered = found.get(place * names.length + index)
      return answered === undefined ? [] : [[name, answered] as const]
    })
    return [nameOf({ is: shown(values, axes) }), new Map(within)] as const
  })
  return { name: strata.name, strata: names, benefit: new Map(groups) }
}

const shown = (values: readonly (string | boolean)[], axes: readonly Axis[]): readonly string[] =>
  axes.flatMap((axis, at) => {
    const value = values[at]
    return value === undefined ? [] : [shownAs(value, axis)]
  })

async function byPlace(
  measure: Measure,
  axes: readonly Axis[],
  ask: Ask,
): Promise<ReadonlyMap<number, Answered>> {
  const answers = await ask(measure, placeOf(axes))
  return new Map(
    answers.flatMap(({ slice, statistics }) =>
      typeof slice === 'number' || slice === null
        ? [[slice ?? nowhere, { measure, statistics }] as const]
        : [],
    ),
  )
}

function at<N extends string>(
  place: number,
  asked: readonly (readonly [N, ReadonlyMap<number, Answered>])[],
): ReadonlyMap<N, Answered> {
  return new Map(
    asked.flatMap(([name, found]) => {
      const answered = found.get(place)
      return answered === undefined ? [] : [[name, answered] as const]
    }),
  )
}

const counted = (answer: Pick<MeasureAnswer, 'statistics'> | undefined): number =>
  answer?.statistics.kind === 'count' ? answer.statistics.n : 0

function groupOf({ is, n, answers, met }: Cell, { minimum }: FairnessDeclaration): FairnessGroup {
  const tooSmall = n < minimum
  return {
    ...{ is, n, tooSmall },
    numbers: tooSmall
      ? {}
      : Object.fromEntries([...answers].map(([name, answered]) => [name, toldOf(answered, minimum)])),
    met: tooSmall
      ? []
      : [...met].map(([experience, answered]) => ({ experience, share: toldOf(answered, minimum) })),
  }
}
