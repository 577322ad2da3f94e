import { describe, expect, test } from 'vitest'
import { wilsonInterval } from '../interval/wilson.ts'
import { seededRandom } from '../random/seeded.ts'
import { auditedMean, type Served } from './audited-mean.ts'

interface Town {
  readonly people?: number
  readonly asked?: number
  readonly answering?: number
  readonly satisfied?: number
}

/** One in a hundred is angry and says so; of the others one in fifty says anything. */
function town(
  seed: number,
  { people = 3000, asked = 0.05, answering = 0.6, satisfied = 0.9 }: Town = {},
): Served[] {
  const random = seededRandom(seed)
  return Array.from({ length: people }, (): Served => {
    const angry = random.next() < 0.01
    const value = Number(!angry && random.next() < satisfied)
    if (random.next() < (angry ? 1 : 0.02)) return { volunteered: value }
    if (random.next() >= asked) return {}
    return { asked: { probability: asked, ...(random.next() < answering && { answer: value }) } }
  })
}

const covers = ({ lower, upper }: { lower: number; upper: number }, truth: number) =>
  lower <= truth && truth <= upper

describe('what all would say, where the angry are the loudest', () => {
  test.each<Town>([{}, { satisfied: 0.97, people: 2000 }, { answering: 1 }])(
    'is within the interval of the audit as often as it says: %o',
    (options) => {
      const truth = 0.99 * (options.satisfied ?? 0.9)
      let [covered, naive] = [0, 0]
      for (let seed = 0; seed < 250; seed += 1) {
        const { corrected, naive: plain } = auditedMean(town(seed, options))
        if (corrected.kind !== 'estimate') throw new Error('no estimate')
        if (covers(corrected.interval, truth)) covered += 1
        if (plain !== null && covers(plain, truth)) naive += 1
      }
      expect(covered / 250).toBeGreaterThan(0.92)
      expect(covered / 250).toBeLessThan(0.98)
      expect(naive / 250).toBeLessThan(0.05)
    },
  )

  test('is bounds while nobody was asked', () => {
    const people = town(1, { asked: 0 })
    const { corrected, responded } = auditedMean(people)
    expect(responded).toBeNull()
    expect(corrected).toMatchObject({ kind: 'bounds', assuming: 'nothing' })
    if (corrected.kind !== 'bounds') return
    expect(corrected.highest - corrected.lowest).toBeGreaterThan(0.9)
  })

  test('says how many of the asked answered', () => {
    expect(auditedMean(town(1)).responded).toBeGreaterThan(0.45)
    expect(auditedMean(town(1)).responded).toBeLessThan(0.75)
  })
})

test('those who speak stand for themselves, the asked for the silent', () => {
  const people: Served[] = [
    ...Array.from({ length: 10 }, () => ({ volunteered: 0 })),
    ...Array.from({ length: 10 }, () => ({ asked: { probability: 0.1, answer: 1 } })),
    ...Array.from({ length: 80 }, () => ({})),
  ]
  const { naive, corrected } = auditedMean(people)
  expect(naive).toMatchObject({ value: 0, n: 10 })
  expect(corrected).toMatchObject({ kind: 'estimate', method: 'audit' })
  if (corrected.kind === 'estimate') expect(corrected.value).toBeCloseTo(0.9)
})

test('an answer counts by the chance of being asked, and by how many of its stratum answered', () => {
  const silent = (stratum: string, answer: number, answered: number, all: number): Served[] =>
    Array.from({ length: all }, (_, index) => ({
      stratum,
      ...(index < answered && { asked: { probability: 0.5, answer } }),
    }))
  const { corrected } = auditedMean([...silent('young', 1, 40, 100), ...silent('old', 0, 20, 300)])
  if (corrected.kind !== 'estimate') throw new Error('no estimate')
  expect(corrected.value).toBeCloseTo(0.25)
})

test('reweighting brings strata to their sizes, and is silent where one is', () => {
  const spoke = (stratum: string, volunteered: number, n: number): Served[] =>
    Array.from({ length: n }, () => ({ stratum, volunteered }))
  const quiet = (stratum: string, n: number): Served[] => Array.from({ length: n }, () => ({ stratum }))
  const people = [...spoke('app', 1, 30), ...quiet('app', 70), ...spoke('web', 0, 10), ...quiet('web', 290)]
  expect(auditedMean(people).reweighted?.value).toBeCloseTo(0.25)
  expect(auditedMean(people).naive?.value).toBeCloseTo(0.75)
  expect(auditedMean([...people, ...quiet('phone', 1)]).reweighted).toBeNull()
})

test('everybody was asked and answered: only who was served is left to chance', () => {
  const answered = (answer: number): Served => ({ asked: { probability: 1, answer } })
  const { corrected } = auditedMean(Array.from({ length: 50 }, (_, index) => answered(Number(index < 40))))
  if (corrected.kind !== 'estimate') throw new Error('no estimate')
  expect(corrected.value).toBeCloseTo(0.8, 12)
  expect(corrected.interval.lower).toBeCloseTo(wilsonInterval(40, 50).lower, 12)
  expect(corrected.interval.upper).toBeCloseTo(wilsonInterval(40, 50).upper, 12)
  expect(corrected.effectiveSampleSize).toBeCloseTo(50, 9)
})

test('everybody spoke: nothing is left to ask', () => {
  const { corrected } = auditedMean(Array.from({ length: 50 }, (_, index) => ({ volunteered: index % 2 })))
  expect(corrected).toMatchObject({ kind: 'estimate', value: 0.5 })
})

test.each<[string, Served[]]>([
  ['nobody', []],
  ['a value outside the range', [{ volunteered: 3 }]],
  ['somebody who could not be asked', [{ asked: { probability: 0 } }]],
])('refuses %s', (_what, people) => {
  expect(() => auditedMean(people)).toThrow()
})
