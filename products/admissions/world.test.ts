import { onnx } from '@holon/model-onnx'
import { figureIn, goalIn, rehearse, type SimulateOptions } from 'holon/world'
import { expect, test } from 'vitest'
import { world } from './world.ts'

const strength = await onnx(new URL('./model/strength.onnx', import.meta.url))

/** A year and a half among fewer applicants; long enough for a line to be known, and for grades. */
const small = { people: 500, days: 540 }

const ran = (options: SimulateOptions) =>
  rehearse(world, { ...small, seed: 3, models: { strength }, ...options })

const honest = await ran({ settings: { gaming: 0 } })
const gamed = await ran({ settings: { gaming: 1 } })

test('is the same for the same seed, and another for another', async () => {
  const short = { people: 100, days: 120 }
  const { log } = await ran(short)
  expect((await ran(short)).log).toBe(log)
  expect((await ran({ ...short, seed: 4 })).log).not.toBe(log)
})

test('all goals are measured, and what comes back only of those who came is said to be of them', () => {
  for (const { n, value } of honest.goals) {
    expect(n).toBeGreaterThan(0)
    expect(value).not.toBeNull()
  }
  const graded = goalIn(honest, 'quality of the class').n
  expect(graded).toBeLessThan(honest.decisions / 4)
  expect(honest.quality.find(({ decision }) => decision === 'reading')?.n).toBeGreaterThan(2 * graded)
})

test('coaching lets others in, and weighs on those with less money', () => {
  expect(figureIn(honest, 'coached').mean).toBe(0)
  expect(figureIn(gamed, 'coached').mean).toBeGreaterThan(0.1)
  expect(figureIn(gamed, 'others admitted').mean).toBeGreaterThan(figureIn(honest, 'others admitted').mean)
  expect(figureIn(gamed, 'burden of coaching, first in family').mean).toBeGreaterThan(
    figureIn(gamed, 'burden of coaching, others').mean,
  )
})

test('verdicts without reasons cost trust and yield, not quality', async () => {
  const silent = await ran({ version: 'verdicts without reasons', settings: { gaming: 0 } })
  const value = (of: typeof honest, name: string) => goalIn(of, name).truth ?? Number.NaN
  const trust = 'applicants feel treated fairly'
  expect(value(silent, trust)).toBeLessThan(value(honest, trust) - 0.3)
  expect(value(silent, 'yield')).toBeLessThan(value(honest, 'yield'))
  const quality = 'quality of the class'
  expect(Math.abs(value(silent, quality) - value(honest, quality))).toBeLessThan(2)
})
