import { describe, expect, test } from 'vitest'
import { seededRandom } from '../random/seeded.ts'
import { type SelectiveRow, selectiveMean } from './selective-mean.ts'

/** Half of all are at risk; they are looked at often, and have the label often. The truth is 0.35. */
function looked(seed: number, { careful = 0.1, often = 0.8, rows = 1500 } = {}): SelectiveRow[] {
  const random = seededRandom(seed)
  return Array.from({ length: rows }, () => {
    const risky = random.next() < 0.5
    const probability = risky ? often : careful
    const acted = random.next() < probability
    const label = Number(random.next() < (risky ? 0.6 : 0.1))
    return { probability, acted, predicted: risky ? 0.6 : 0.1, ...(acted && { label }) }
  })
}

const plain = (rows: readonly SelectiveRow[]): SelectiveRow[] => rows.map(({ predicted: _, ...row }) => row)
const truth = 0.35
const runs = 300

describe.each([
  ['hajek', plain],
  ['augmented', (rows: readonly SelectiveRow[]) => rows],
] as const)('the mean of all from the %s estimate', (method, given) => {
  test('covers the truth as often as it says, which the mean of those seen never does', () => {
    let covered = 0
    let naive = 0
    for (let seed = 0; seed < runs; seed += 1) {
      const rows = looked(seed)
      const mean = selectiveMean(given(rows))
      if (mean.kind !== 'estimate') throw new Error('no estimate')
      expect(mean.method).toBe(method)
      if (mean.interval.lower <= truth && truth <= mean.interval.upper) covered += 1
      const labels = rows.flatMap(({ label }) => label ?? [])
      naive += labels.reduce((sum, one) => sum + one, 0) / labels.length / runs
    }
    expect(covered / runs).toBeGreaterThan(0.91)
    expect(covered / runs).toBeLessThan(0.99)
    expect(naive).toBeGreaterThan(0.5)
  })
})

describe('where chance does not allow an estimate', () => {
  const unseen = () => looked(1, { careful: 0 })

  test('answers bounds that contain the truth, and say how many could not be seen', () => {
    const mean = selectiveMean(plain(unseen()))
    expect(mean).toMatchObject({ kind: 'bounds', assuming: 'nothing' })
    if (mean.kind !== 'bounds') return
    expect(mean.lowest).toBeLessThan(truth)
    expect(mean.highest).toBeGreaterThan(truth)
    expect(mean.because).toMatch(/^\d+ of 1500 could not have been seen\.$/)
  })

  test('an assumption makes them narrower, and is said', () => {
    const wide = selectiveMean(plain(unseen()))
    const narrow = selectiveMean(plain(unseen()), { assume: 'at-most-as-high-unseen' })
    if (wide.kind !== 'bounds' || narrow.kind !== 'bounds') throw new Error('no bounds')
    expect(narrow.highest).toBeLessThan(wide.highest - 0.1)
    expect(narrow.lowest).toBe(wide.lowest)
    expect(narrow.assuming).toContain('at most as high')
    const other = selectiveMean(plain(unseen()), { assume: 'at-least-as-high-unseen' })
    if (other.kind !== 'bounds') throw new Error('no bounds')
    expect(other.lowest).toBeGreaterThan(wide.lowest + 0.1)
  })

  test('what did not come back may be anything', () => {
    const rows = plain(looked(1)).map((row, index) => {
      const { label: _, ...silent } = row
      return index % 2 === 0 ? silent : row
    })
    const mean = selectiveMean(rows)
    if (mean.kind !== 'bounds') throw new Error('no bounds')
    expect(mean.highest - mean.lowest).toBeGreaterThan(0.5)
    expect(mean.because).toMatch(/^Nothing came back for \d+/)
  })

  test('too few rows stand for nobody else', () => {
    const rows = [
      ...Array.from({ length: 4 }, () => ({ probability: 1, acted: true, label: 1 })),
      ...Array.from({ length: 6 }, () => ({ probability: 0.1, acted: false })),
    ]
    expect(selectiveMean(rows)).toMatchObject({ kind: 'bounds', lowest: 0.4, highest: 1 })
  })

  test('labels of another range have its bounds', () => {
    const rows = [{ probability: 0, acted: false }]
    expect(selectiveMean(rows, { range: [-2, 5] })).toMatchObject({ lowest: -2, highest: 5 })
  })
})

test.each([
  ['nothing', []],
  ['what was done with probability 0', [{ probability: 0, acted: true }]],
  ['a label that could not be seen', [{ probability: 0.5, acted: false, label: 1 }]],
  ['a label outside the range', [{ probability: 1, acted: true, label: 2 }]],
])('refuses %s', (_what, rows) => {
  expect(() => selectiveMean(rows)).toThrow()
})

test('all agree: the interval has width still', () => {
  const rows = Array.from({ length: 20 }, () => ({ probability: 1, acted: true, label: 0 }))
  const mean = selectiveMean(rows)
  if (mean.kind !== 'estimate') throw new Error('no estimate')
  expect(mean.value).toBe(0)
  expect(mean.interval.upper).toBeGreaterThan(0.1)
})
