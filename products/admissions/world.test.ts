import { onnx } from '@holon/model-onnx'
import { simulate } from 'holon/world'
import { expect, test } from 'vitest'
import { world } from './world.ts'

const files = {
  current: await onnx(new URL('./model/strength.onnx', import.meta.url)),
  'scores everything': await onnx(new URL('./model/everything.onnx', import.meta.url)),
}

/** A year and a half among fewer applicants; long enough for a line to be known, and for grades. */
const small = { people: 500, days: 540 }

async function rehearsed(
  version: 'current' | 'scores everything' | 'verdicts without reasons',
  settings: Readonly<Record<string, number>>,
) {
  const strength = version === 'scores everything' ? files[version] : files.current
  const simulation = await simulate(world, { ...small, seed: 3, version, settings, models: { strength } })
  await simulation.run()
  const report = await simulation.report()
  await simulation.close()
  const figure = (name: string): number => {
    const stretches = report.figures.find((one) => one.name === name)?.overTime ?? []
    return stretches.reduce((sum, one) => sum + one.sum, 0) / stretches.reduce((sum, one) => sum + one.n, 0)
  }
  return { report, figure, goal: (name: string) => report.goals.find((one) => one.name === name) }
}

const honest = await rehearsed('current', { gaming: 0 })
const gamed = await rehearsed('current', { gaming: 1 })

test('the same seed gives the same log', async () => {
  expect((await rehearsed('current', { gaming: 0 })).report.log).toBe(honest.report.log)
})

test('all goals are measured, and what comes back only of those who came is said to be of them', () => {
  for (const { n, value } of honest.report.goals) {
    expect(n).toBeGreaterThan(0)
    expect(value).not.toBeNull()
  }
  const graded = honest.goal('quality of the class')?.n ?? 0
  expect(graded).toBeLessThan(honest.report.decisions / 4)
  expect(honest.report.quality.find(({ decision }) => decision === 'reading')?.n).toBeGreaterThan(2 * graded)
})

test('coaching lets others in, and weighs on those with less money', () => {
  expect(honest.figure('coached')).toBe(0)
  expect(gamed.figure('coached')).toBeGreaterThan(0.1)
  expect(gamed.figure('others admitted')).toBeGreaterThan(honest.figure('others admitted'))
  expect(gamed.figure('burden of coaching, first in family')).toBeGreaterThan(
    gamed.figure('burden of coaching, others'),
  )
})

test('verdicts without reasons cost trust and yield, not quality', async () => {
  const silent = await rehearsed('verdicts without reasons', { gaming: 0 })
  const value = (of: typeof honest, name: string) => of.goal(name)?.truth ?? Number.NaN
  const trust = 'applicants feel treated fairly'
  expect(value(silent, trust)).toBeLessThan(value(honest, trust) - 0.3)
  expect(value(silent, 'yield')).toBeLessThan(value(honest, 'yield'))
})
