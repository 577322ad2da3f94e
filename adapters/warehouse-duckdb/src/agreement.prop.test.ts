import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import type { MeasureAnswer, Statistics, Stored } from 'holon'
import { memoryWarehouse } from 'holon/memory'
import { afterAll, expect, it } from 'vitest'
import { log } from './log.fixture.ts'
import { question } from './question.fixture.ts'
import { duckdbWarehouse } from './warehouse.ts'

const folder = await mkdtemp(join(tmpdir(), 'holon-agreement-'))
afterAll(() => rm(folder, { recursive: true }))
let files = 0

const questions = fc.array(question, { minLength: 20, maxLength: 20 })
const cuts = fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 3 })

it('DuckDB answers as the evaluator in memory does, whatever the log and the question', async () => {
  await fc.assert(
    fc.asyncProperty(log, cuts, questions, async (entries, cuts, asked) => {
      const slow = memoryWarehouse()
      const fast = await duckdbWarehouse({ file: join(folder, `${++files}.duckdb`) })
      try {
        await slow.project(entries)
        for (const batch of batches(entries, cuts)) await fast.project(batch)
        expect(await fast.position()).toBe(await slow.position())
        for (const one of asked) agree(await fast.answer(one), await slow.answer(one))
      } finally {
        await fast.close()
      }
    }),
    // Shrinking a log takes minutes: the seed of a failure repeats it.
    { numRuns: 40, endOnFailure: true },
  )
})

function batches(entries: readonly Stored[], cuts: readonly number[]): readonly (readonly Stored[])[] {
  const ends = [...cuts.toSorted((a, b) => a - b), entries.length]
  return ends.map((end, i) => entries.slice(ends[i - 1] ?? 0, end))
}

function agree(found: readonly MeasureAnswer[], expected: readonly MeasureAnswer[]): void {
  const place = ({ slice, from }: MeasureAnswer) => JSON.stringify([slice, from])
  const byPlace = new Map(found.map((one) => [place(one), one.statistics]))
  expect([...byPlace.keys()].toSorted()).toEqual(expected.map(place).toSorted())
  expect(found.length).toBe(expected.length)
  for (const one of expected) agreeIn(byPlace.get(place(one)) as Statistics, one.statistics)
}

/** Counts exactly; sums to a billionth of their size or of the largest that their terms could add up to. */
function agreeIn(found: Statistics, expected: Statistics): void {
  const { exact, near, scale } = parts(expected)
  const other = parts(found)
  expect(other.exact).toEqual(exact)
  near.forEach((value, i) => {
    const difference = Math.abs((other.near[i] ?? Number.NaN) - value)
    const tolerance = 1e-9 * Math.max(scale[i] ?? 0, Math.abs(value))
    if (!Object.is(other.near[i], value) && !(difference <= tolerance)) expect(found).toEqual(expected)
  })
}

interface Parts {
  readonly exact: unknown
  readonly near: readonly number[]
  readonly scale: readonly number[]
}

function parts(of: Statistics): Parts {
  switch (of.kind) {
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
