import { onnx } from '@holon/model-onnx'
import type { SimulationDocument } from 'holon'
import { figureIn, goalIn, rehearse, type SimulateOptions, timesIn } from 'holon/world'
import { describe, expect, it } from 'vitest'
import { world } from './world.ts'

const model = await onnx(new URL('./model/toasting-time.onnx', import.meta.url))

const ran = (options: SimulateOptions = {}) =>
  rehearse(world, { models: { 'toasting-time': model }, people: 5, days: 8, ...options })
const off = (report: SimulationDocument) => figureIn(report, 'units off', 4).mean

const usual = await ran()
/** Enough for what shows in a few toasts. */
const few = { people: 4, days: 4 }
const short = await ran(few)

describe('the world of the toaster', () => {
  it('is the same for the same seed, and another for another', async () => {
    expect((await ran(few)).log).toBe(short.log)
    expect((await ran({ ...few, seed: 2 })).log).not.toBe(short.log)
  })

  it('meets every experience, and knows what is true of every goal', async () => {
    // Long enough for a month to be over for the first, who eat no toast every day.
    const long = await ran({
      days: 42,
      people: 4,
      settings: { slices: 0.2, another: 0.9, asked: 1, willing: 1 },
    })
    for (const name of ['toast', 'wait']) expect(timesIn(long, { experience: name }), name).toBeGreaterThan(0)
    for (const { name, value, truth } of long.goals) {
      expect(value, name).not.toBeNull()
      if (name !== 'toasts as planned') expect(truth, name).not.toBeNull()
    }
    // The toaster itself says that it is in use: what is heard is what is true.
    const kept = goalIn(long, 'toasters still in use')
    expect(kept.value).toBeCloseTo(kept.truth ?? 0, 6)
  })

  it('toasts without smoke, near to where it aims', () => {
    expect(goalIn(usual, 'no smoke alarms').truth).toBe(0)
    expect(goalIn(usual, 'colour missed by the model').truth).toBeLessThan(6)
  })

  it('hears more of bad toasts than of good ones, unless they went into the bin', async () => {
    const right = goalIn(
      await ran({ settings: { willing: 0.1, angry: 1, inedible: 100 } }),
      'toasts called right',
    )
    expect(right.value).toBeLessThan(right.truth ?? 0)
    const dark = goalIn(
      await ran({ settings: { willing: 1, angry: 1, inedible: 6, fashion: -12 } }),
      'toasts called too dark',
    )
    expect(dark.value).toBeLessThan(dark.truth ?? 0)
  })
})

describe('a scenario', () => {
  it.each(['new bread', 'the scale drifts'])('makes colours miss their aim: %s', async (scenario) => {
    const missed = goalIn(await ran({ scenarios: [scenario] }), 'colour missed by the model')
    expect(missed.truth).toBeGreaterThan((goalIn(usual, 'colour missed by the model').truth ?? 0) + 0.5)
  })

  it('makes toast worse: dark fashion', async () => {
    expect(off(await ran({ scenarios: ['dark fashion'] }))).toBeGreaterThan(off(usual))
  })

  it('takes more energy for moist bread, and another for weak mains', async () => {
    const energy = (report: SimulationDocument) => goalIn(report, 'energy of a toast').truth ?? Number.NaN
    const humid = await ran({ ...few, scenarios: ['humid weeks'] })
    expect(energy(humid)).toBeGreaterThan(energy(short) + 0.5)
    const weak = await ran({ ...few, scenarios: ['weak mains'] })
    expect(Math.abs(energy(weak) - energy(short))).toBeGreaterThan(0.01)
  })

  it('silences those who are content', async () => {
    const silent = await ran({ ...few, scenarios: ['only the angry judge'] })
    expect(goalIn(silent, 'toasts called right').n).toBeLessThan(goalIn(short, 'toasts called right').n)
  })
})

it('compares versions on the same people', async () => {
  const dial = await ran({ days: 2, version: 'dial' })
  expect(timesIn(dial, { experience: 'toast' })).toBe(0)
  expect(timesIn(dial, { experience: 'dial' })).toBeGreaterThan(0)
  for (const name of ['cool-down', 'longest time'])
    expect(usual.guardrails.map(({ guardrail }) => guardrail)).toContain(name)
  const hot = await ran({ days: 2, version: 'hot starts' })
  expect(hot.guardrails.map(({ guardrail }) => guardrail)).not.toContain('cool-down')
  const unbound = await ran({ days: 2, version: 'without the longest time' })
  expect(unbound.guardrails.map(({ guardrail }) => guardrail)).not.toContain('longest time')
})
