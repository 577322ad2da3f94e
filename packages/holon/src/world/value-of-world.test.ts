import { expect, test } from 'vitest'
import { seededRandom } from '../stats/random/seeded.ts'
import { fitKnee } from '../stats/regression/knee.ts'
import { blurredProbability } from './blurred.ts'
import { drawFrom } from './draw.ts'
import { casesADay, looksADay, realShare, reviewerWorld } from './reviewer.fixture.ts'
import { simulate } from './simulate.ts'
import { valueReport } from './value.ts'

const qualities = [0.55, 0.65, 0.75, 0.85, 0.95]
const seeds = [1, 2, 3]
// The versions are told apart over seeds alone, of all alternatives together: three would be too few.
const more = [1, 2, 3, 4, 5, 6]
const workshop = 32

async function ran(quality: number, seed: number, places: number) {
  const settings = { workshop: places }
  const simulation = await simulate(reviewerWorld, { quality, seed, days: 5, every: 5, settings })
  await simulation.run()
  const report = await simulation.report()
  await simulation.close()
  return places === workshop ? report : { ...report, version: 'a larger workshop' }
}

async function all(quality: number, of: readonly number[], places = workshop) {
  const runs = []
  for (const seed of of) runs.push(await ran(quality, seed, places))
  return runs
}

/** The share of real cases that are mended, by ranking alone over many days: what the curve of the world should be. */
function mended(quality: number, days = 400): number {
  const draw = drawFrom(seededRandom('by hand'))
  let [real, done] = [0, 0]
  for (let day = 0; day < days; day += 1) {
    const cases = Array.from({ length: casesADay }, () => draw.chance(realShare)).map((is) => ({
      is,
      said: blurredProbability(is, quality, realShare, draw),
    }))
    const looked = cases.toSorted((a, b) => b.said - a.said).slice(0, looksADay)
    real += cases.filter(({ is }) => is).length
    done += Math.min(workshop, looked.filter(({ is }) => is).length)
  }
  return done / real
}

test('a workshop that is full makes a knee, and a larger one buys more than a better model', async () => {
  const levels = []
  for (const quality of qualities) levels.push({ quality, runs: await all(quality, seeds) })
  const today = await all(0.9, more)
  const { goals } = valueReport({ sweep: levels, today, versions: [await all(0.9, more, 48)] })
  const [of, looks, ranking] = goals
  expect(of).toMatchObject({ of: 'truth', verdict: 'knee' })
  const planted = fitKnee(qualities.map((x) => ({ x, y: mended(x) }))).knee?.at ?? 0
  expect(of?.knee?.interval[0]).toBeLessThan(planted)
  expect(of?.knee?.interval[1]).toBeGreaterThan(planted)
  expect(of?.knee?.today).not.toBe('before')
  expect(of?.alternatives[0]).toMatchObject({ kind: 'version', name: 'a larger workshop', verdict: 'better' })
  // There are always as many looks, and a better ranking is what a better model is.
  expect(looks?.verdict).toBe('no effect')
  expect(ranking?.verdict).toBe('still rising')
  for (const [i, quality] of qualities.entries()) {
    expect(of?.points[i]?.value).toBeCloseTo(mended(quality), 1)
    expect(of?.points[i]?.quality).toBeCloseTo(quality, 1)
  }
})
