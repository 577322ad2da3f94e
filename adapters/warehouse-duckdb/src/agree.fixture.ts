import type { ArmAnswer, ArmStatistics, JointMomentsOfUnits, MeasureAnswer, Statistics } from 'holon'
import { expect } from 'vitest'

/** Fails unless two warehouses answered the same, but for rounding. */
export function agree(found: readonly MeasureAnswer[], expected: readonly MeasureAnswer[]): void {
  const place = ({ slice, from }: MeasureAnswer) => JSON.stringify([slice, from])
  const byPlace = new Map(found.map((one) => [place(one), one.statistics]))
  expect([...byPlace.keys()].toSorted()).toEqual(expected.map(place).toSorted())
  expect(found.length).toBe(expected.length)
  for (const one of expected) agreeIn(byPlace.get(place(one)) as Statistics, one.statistics)
}

/** Fails unless two warehouses compare arms alike, but for rounding. */
export function agreeOnArms(found: readonly ArmAnswer[], expected: readonly ArmAnswer[]): void {
  const place = ({ arm, slice, stretch }: ArmAnswer) => JSON.stringify([arm, slice, stretch])
  const byPlace = new Map(found.map((one) => [place(one), one.statistics]))
  expect([...byPlace.keys()].toSorted()).toEqual(expected.map(place).toSorted())
  expect(found.length).toBe(expected.length)
  for (const one of expected) {
    const statistics = byPlace.get(place(one)) ?? []
    expect(statistics.map(({ kind }) => kind)).toEqual(one.statistics.map(({ kind }) => kind))
    for (const [i, expected] of one.statistics.entries()) agreeOnArm(statistics[i] as ArmStatistics, expected)
  }
}

function agreeOnArm(found: ArmStatistics, expected: ArmStatistics): void {
  if (found.kind === 'rows' && expected.kind === 'rows') {
    expect(found.units).toBe(expected.units)
    agreeIn(found.rows, expected.rows)
  } else if (found.kind === 'units' && expected.kind === 'units') agreeIn(found.units, expected.units)
}

/** Counts exactly; sums to a billionth of their size or of the largest that their terms could add up to. */
function agreeIn(found: Summed, expected: Summed): void {
  const { exact, near, scale } = parts(expected)
  const other = parts(found)
  expect(other.exact).toEqual(exact)
  near.forEach((value, i) => {
    const difference = Math.abs((other.near[i] ?? Number.NaN) - value)
    const tolerance = 1e-9 * Math.max(scale[i] ?? 0, Math.abs(value))
    if (!Object.is(other.near[i], value) && !(difference <= tolerance)) expect(found).toEqual(expected)
  })
}

type Summed = Statistics | (JointMomentsOfUnits & { readonly kind?: undefined })

interface Parts {
  readonly exact: unknown
  readonly near: readonly number[]
  readonly scale: readonly number[]
}

function parts(of: Summed): Parts {
  switch (of.kind) {
    case undefined: {
      const [xx, , , , yy, , , pp, , qq] = of.products
      const squares = [xx, yy, pp, qq]
      const pairs = squares.flatMap((a, i) => squares.slice(i).map((b) => Math.sqrt(a * b)))
      return {
        exact: of.n,
        near: [...of.sums, ...of.products],
        scale: [...squares.map((square) => Math.sqrt(of.n * square)), ...pairs],
      }
    }
    case 'moments':
      return {
        exact: [of.kind, of.n],
        near: [of.sum, of.squares],
        scale: [Math.sqrt(of.n * of.squares), of.squares],
      }
    case 'ratio':
      return {
        exact: [of.kind, of.n],
        near: [of.x, of.y, of.xx, of.yy, of.xy],
        scale: [Math.sqrt(of.n * of.xx), Math.sqrt(of.n * of.yy), of.xx, of.yy, Math.sqrt(of.xx * of.yy)],
      }
    case 'order': {
      const near = [of.value, of.low, of.high].map((value) => value ?? 0)
      const exact = [of.kind, of.n, of.value === null, of.low === null, of.high === null]
      return { exact, near, scale: near.map((value) => Math.max(1, Math.abs(value))) }
    }
    case 'bins': {
      const near = of.bins.map((bin) => bin.score)
      return {
        exact: [of.kind, of.bins.map(({ n, positives }) => ({ n, positives }))],
        near,
        scale: near,
      }
    }
    default:
      return { exact: of, near: [], scale: [] }
  }
}
