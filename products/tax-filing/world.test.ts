import { onnx } from '@holon/model-onnx'
import type { SimulationDocument } from 'holon'
import { seededRandom } from 'holon/stats'
import { figureIn, goalIn, rehearse, type SimulateOptions, timesIn } from 'holon/world'
import { describe, expect, it } from 'vitest'
import { TaxReturn } from './domain/return.ts'
import { filerOf } from './world/filer.ts'
import { world } from './world.ts'

const model = await onnx(new URL('./model/audit-risk.onnx', import.meta.url))

const ran = (options: SimulateOptions = {}) =>
  rehearse(world, { models: { 'audit-risk': model }, people: 100, ...options })
const mean = (report: SimulationDocument, name: string, from = 0) => figureIn(report, name, from).mean

const usual = await ran()

it('draws people whose returns can be filed, some more likely in error than others', () => {
  const random = seededRandom(1)
  const filers = Array.from({ length: 2_000 }, () => filerOf(random))
  for (const { taxReturn } of filers) expect(TaxReturn.safeParse(taxReturn).success).toBe(true)
  const errors = filers.map((filer) => filer.error).sort((a, b) => a - b)
  expect(errors[0]).toBeGreaterThan(0)
  expect(errors.at(-1)).toBeLessThan(1)
  expect(errors[200]).toBeLessThan(0.1)
  expect(errors[1_800]).toBeGreaterThan(0.4)
  const again = seededRandom(1)
  expect(filers.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => filerOf(again)))
})

describe('the world of tax filing', () => {
  it('is the same for the same seed, and another for another', async () => {
    const short = { people: 20, days: 365 }
    const { log } = await ran(short)
    expect((await ran(short)).log).toBe(log)
    expect((await ran({ ...short, seed: 2 })).log).not.toBe(log)
  })

  it('meets every experience, and knows what is true of every goal', () => {
    for (const name of ['nothing', 'meter', 'review'])
      expect(timesIn(usual, { experience: name })).toBeGreaterThan(0)
    for (const { name, value, truth } of usual.goals) {
      expect(value, name).not.toBeNull()
      if (name !== 'a well-founded meter') expect(truth, name).not.toBeNull()
    }
    expect(usual.quality[0]?.auc).toBeGreaterThan(0.7)
  })

  it('files once a year, in spring', () => {
    const { overTime } = goalIn(usual, 'a well-founded meter')
    const inSpring = overTime.filter(({ day }) => day % 365 < 120).reduce((sum, { n }) => sum + n, 0)
    expect(inSpring / usual.decisions).toBeGreaterThan(0.7)
    expect(usual.decisions / (100 * 5)).toBeGreaterThan(0.7)
    expect(usual.decisions / (100 * 5)).toBeLessThan(1.1)
  })

  it('examines those who err more often, so that what is heard of errors is too much', async () => {
    const suspicious = await ran({ people: 300, settings: { suspicion: 6, examined: 0.3 } })
    expect(mean(suspicious, 'errors found by an examiner')).toBeGreaterThan(
      mean(suspicious, 'errors filed') + 0.15,
    )
  })

  it('asks some at random, and is not misled where only the angry speak up', async () => {
    const angry = await ran({ people: 250, settings: { willing: 0 } })
    const { value, interval, truth, audit } = goalIn(angry, 'less worry')
    if (audit === undefined || value === null || truth === null) throw new Error('no audit')
    expect(audit.asked / audit.decisions).toBeGreaterThan(0.07)
    expect(audit.asked / audit.decisions).toBeLessThan(0.13)
    expect(audit.whenAsked).toBeGreaterThan(0.5)
    expect(audit.naive.value ?? 0).toBeGreaterThan(truth + 0.1)
    expect(Math.abs(value - truth)).toBeLessThan(0.3)
    expect(interval?.[0]).toBeLessThan(truth)
    expect(interval?.[1]).toBeGreaterThan(truth)
  })

  it('hears of all complaints where all answer', async () => {
    const all = await ran({ settings: { willing: 1, angry: 1 } })
    const called = goalIn(all, 'few readings called wrong')
    expect(called.value).toBeCloseTo(called.truth ?? 1, 2)
    const heard = goalIn(usual, 'few readings called wrong')
    expect(heard.value).toBeLessThan(heard.truth ?? 0)
  })
})

describe('a scenario', () => {
  it('changes the law: more errors from that year on, and a model that does not see them', async () => {
    const changed = await ran({ scenarios: ['law changes'] })
    expect(mean(changed, 'errors filed', 740)).toBeGreaterThan(mean(usual, 'errors filed', 740) + 0.05)
    expect(changed.quality[0]?.auc ?? 1).toBeLessThan((usual.quality[0]?.auc ?? 0) - 0.02)
  })

  it('makes returns more complicated, or simple', async () => {
    const filed = mean(usual, 'errors filed', 1_100)
    expect(mean(await ran({ scenarios: ['ever more complicated'] }), 'errors filed', 1_100)).toBeGreaterThan(
      filed + 0.05,
    )
    expect(mean(await ran({ scenarios: ['careful years'] }), 'errors filed', 1_100)).toBeLessThan(filed / 2)
  })

  it('lets people game the meter', async () => {
    const gamed = await ran({ scenarios: ['word gets round'] })
    expect(gamed.decisions).toBeGreaterThan(usual.decisions + 20)
    expect(gamed.quality[0]?.auc ?? 1).toBeLessThan(usual.quality[0]?.auc ?? 0)
  })

  it('leaves the office and the content silent', async () => {
    const silent = await ran({ scenarios: ['nobody is examined', 'angry season'] })
    expect(goalIn(silent, 'discrimination of the risk model').n).toBeLessThan(
      goalIn(usual, 'discrimination of the risk model').n,
    )
    expect(goalIn(silent, 'satisfaction').n).toBeLessThan(goalIn(usual, 'satisfaction').n / 2)
  })
})

it('compares versions on the same people', async () => {
  const more = await ran({ version: 'more second looks' })
  const none = await ran({ version: 'no second look' })
  expect(timesIn(more, { experience: 'review' })).toBeGreaterThan(
    1.3 * timesIn(usual, { experience: 'review' }),
  )
  expect(timesIn(none, { experience: 'review' })).toBeLessThan(timesIn(usual, { experience: 'review' }) / 3)
  const unguarded = await ran({ people: 5, version: 'no false comfort guardrail' })
  expect(unguarded.guardrails.map(({ guardrail }) => guardrail)).not.toContain('no false comfort')
  expect(usual.guardrails.map(({ guardrail }) => guardrail)).toContain('no false comfort')
  const exploring = await ran({ version: 'explores more' })
  expect(timesIn(exploring, { experience: 'nothing' })).toBeGreaterThan(
    timesIn(usual, { experience: 'nothing' }),
  )
})
