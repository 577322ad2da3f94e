import { describe, expect, test } from 'vitest'
import { seededRandom } from '../random/seeded.ts'
import { type AskedCell, askedMean } from './asked-mean.ts'

interface Town {
  readonly people?: number
  readonly probability?: number
  readonly satisfied?: number
  /** Share of the angry, who always answer; of the others so many speak up unasked, and answer when asked. */
  readonly angry?: number
  readonly speak?: number
  readonly answer?: number
}

/** The cells of a town, and the mean of what all in it would say. */
function town(seed: number, options: Town = {}): { cells: AskedCell[]; truth: number; naive: number } {
  const {
    people = 4000,
    probability = 0.05,
    satisfied = 0.9,
    angry = 0.01,
    speak = 0.02,
    answer = 0.6,
  } = options
  const random = seededRandom(seed)
  const sums = { true: { n: 0, answers: 0, sum: 0 }, false: { n: 0, answers: 0, sum: 0 } }
  let truth = 0
  for (let one = 0; one < people; one += 1) {
    const isAngry = random.next() < angry
    const value = Number(!isAngry && random.next() < satisfied)
    const asked = random.next() < probability
    const place = random.next()
    const says = isAngry || place < (asked ? Math.max(speak, answer) : speak)
    const cell = sums[`${asked}`]
    truth += value / people
    cell.n += 1
    if (!says) continue
    cell.answers += 1
    cell.sum += value
  }
  const cells = [true, false].map((asked) => ({
    ...{ probability, asked, ...sums[`${asked}`], squares: sums[`${asked}`].sum },
  }))
  const [answers, sum] = [cells.map((c) => c.answers), cells.map((c) => c.sum)].map((x) =>
    x.reduce((a, b) => a + b, 0),
  )
  return { cells, truth, naive: (sum ?? 0) / (answers ?? 1) }
}

describe('what all would say, where the angry are the loudest', () => {
  test.each<Town>([
    {},
    { satisfied: 0.97, angry: 0.05, people: 3000 },
    { answer: 1, angry: 0.2 },
    { speak: 0.4, angry: 0.3, answer: 0.9 },
    { probability: 0.5, people: 800, angry: 0.1 },
  ])('is within the interval as often as it says: %o', (options) => {
    const { satisfied = 0.9, angry = 0.01 } = options
    const truth = (1 - angry) * satisfied
    let covered = 0
    let bias = 0
    for (let seed = 0; seed < 400; seed += 1) {
      const { corrected } = askedMean(town(seed, options).cells)
      if (corrected.kind !== 'estimate') throw new Error('no estimate')
      if (corrected.interval.lower <= truth && truth <= corrected.interval.upper) covered += 1
      bias += (corrected.value - truth) / 400
    }
    expect(covered / 400).toBeGreaterThan(0.92)
    expect(covered / 400).toBeLessThan(0.985)
    expect(Math.abs(bias)).toBeLessThan(0.01)
  })

  test('is bounds while nobody was asked, which hold the truth', () => {
    const { cells, truth } = town(1, { probability: 1e-9 })
    const { corrected, whenAsked, asked } = askedMean(cells)
    expect({ asked, whenAsked }).toEqual({ asked: 0, whenAsked: null })
    if (corrected.kind !== 'bounds') throw new Error('no bounds')
    expect(corrected.because).toMatch(/0 answers of people asked at random/)
    expect(corrected.lowest).toBeLessThan(truth)
    expect(corrected.highest).toBeGreaterThan(truth)
    expect(corrected.highest - corrected.lowest).toBeGreaterThan(0.9)
  })

  test('is bounds where being asked makes nobody answer', () => {
    const cells = [
      { probability: 0.5, asked: true, n: 400, answers: 40, sum: 20, squares: 20 },
      { probability: 0.5, asked: false, n: 400, answers: 40, sum: 20, squares: 20 },
    ]
    expect(askedMean(cells).corrected.kind).toBe('bounds')
  })
})

test('whoever answers only when asked stands for the silent, volunteers for themselves', () => {
  const cells = [
    // Of 100 asked: 10 who would speak up anyway, all no, and 40 others, 30 of whom say yes.
    { probability: 0.1, asked: true, n: 100, answers: 50, sum: 30, squares: 30 },
    { probability: 0.1, asked: false, n: 900, answers: 90, sum: 0, squares: 0 },
  ]
  const { corrected, worst, answered, whenAsked, unasked } = askedMean(cells)
  expect({ answered, whenAsked, unasked }).toEqual({ answered: 50, whenAsked: 0.5, unasked: 0.1 })
  expect(corrected).toMatchObject({ kind: 'estimate', method: 'audit' })
  if (corrected.kind === 'estimate') expect(corrected.value).toBeCloseTo(0.9 * 0.75, 10)
  expect(worst.lowest).toBeLessThan(0.3)
  expect(worst.highest).toBeGreaterThan(0.8)
})

test('those who do not answer when asked may be taken to say anything', () => {
  const { cells, truth } = town(3)
  const { corrected } = askedMean(cells, { unanswered: 'anything' })
  if (corrected.kind !== 'bounds') throw new Error('no bounds')
  expect(corrected.lowest).toBeLessThan(truth - 0.2)
  expect(corrected.highest).toBeGreaterThan(truth)
})

test('decisions that were to be asked more often count for less each', () => {
  const cell = (probability: number, n: number, yes: number, asked = true): AskedCell => ({
    ...{ probability, asked, n, answers: asked ? n : 0, sum: asked ? yes : 0, squares: asked ? yes : 0 },
  })
  const { corrected } = askedMean([
    cell(0.1, 100, 100),
    cell(0.1, 900, 0, false),
    cell(0.5, 500, 0),
    cell(0.5, 500, 0, false),
  ])
  if (corrected.kind !== 'estimate') throw new Error('no estimate')
  expect(corrected.value).toBeCloseTo(0.5)
})

test('where everybody answers unasked it is their mean, and where everybody is asked theirs', () => {
  const all = { n: 200, answers: 200, sum: 150, squares: 150 }
  for (const cell of [
    { ...all, probability: 0.01, asked: false },
    { ...all, probability: 1, asked: true },
  ]) {
    const { corrected } = askedMean([cell])
    if (corrected.kind !== 'estimate') throw new Error('no estimate')
    expect(corrected.value).toBeCloseTo(0.75, 12)
    expect(corrected.interval.lower).toBeCloseTo(0.686, 2)
    expect(corrected.interval.upper).toBeCloseTo(0.805, 2)
  }
})

test('answers of another range', () => {
  const cells = [
    { probability: 0.2, asked: true, n: 50, answers: 50, sum: -50, squares: 100 },
    { probability: 0.2, asked: false, n: 200, answers: 0, sum: 0, squares: 0 },
  ]
  const { corrected } = askedMean(cells, { range: [-2, 2] })
  if (corrected.kind !== 'estimate') throw new Error('no estimate')
  expect(corrected.value).toBe(-1)
  expect(corrected.interval.upper).toBeLessThan(-0.6)
})

test('all agree: the interval has width still', () => {
  const cells = [
    { probability: 0.1, asked: true, n: 20, answers: 20, sum: 20, squares: 20 },
    { probability: 0.1, asked: false, n: 180, answers: 0, sum: 0, squares: 0 },
  ]
  const { corrected } = askedMean(cells)
  if (corrected.kind !== 'estimate') throw new Error('no estimate')
  expect(corrected.interval.lower).toBeLessThan(0.9)
})

test.each([
  ['nothing', []],
  ['more answers than decisions', [{ probability: 0.5, asked: true, n: 1, answers: 2, sum: 1, squares: 1 }]],
  ['a chance of nothing', [{ probability: 0, asked: true, n: 1, answers: 1, sum: 1, squares: 1 }]],
  [
    'who surely was asked and was not',
    [{ probability: 1, asked: false, n: 1, answers: 0, sum: 0, squares: 0 }],
  ],
  ['an answer outside the range', [{ probability: 0.5, asked: true, n: 1, answers: 1, sum: 2, squares: 4 }]],
])('refuses %s', (_what, cells) => {
  expect(() => askedMean(cells)).toThrow()
})
