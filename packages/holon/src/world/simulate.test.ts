import { describe, expect, it } from 'vitest'
import { saying } from '../runtime/alarm.fixture.ts'
import { alarmWorld } from './alarm.fixture.ts'
import type { SimulateOptions } from './options.ts'
import { simulate } from './simulate.ts'

const models = () => ({ scorer: saying((risk) => risk) })

async function ran(options: SimulateOptions = {}) {
  const simulation = await simulate(alarmWorld, { models: models(), ...options })
  await simulation.run()
  return simulation.report()
}

const share = (of: readonly { readonly n: number; readonly sum: number }[]) =>
  of.reduce((sum, one) => sum + one.sum, 0) / of.reduce((sum, one) => sum + one.n, 0)

describe('a world', () => {
  it('answers the same bytes for the same seed, whole or in parts, and others for another', async () => {
    const lines: string[] = []
    const whole = await ran({ onLine: (line) => lines.push(line) })
    const again: string[] = []
    const parts = await simulate(alarmWorld, { models: models(), onLine: (line) => again.push(line) })
    for (let day = 0.5; !parts.isOver; day += 0.7) await parts.run({ day })
    expect(again).toEqual(lines)
    expect(await parts.report()).toEqual(whole)
    expect((await ran({ seed: 2 })).log).not.toBe(whole.log)
    expect(whole.entries).toBe(lines.length)
  })

  it('has as many arrivals as it should', async () => {
    const { decisions } = await ran({ days: 40 })
    // 40 people, 40 days, 6 hours at 1 and 18 at 3 a day.
    const expected = 40 * 40 * 2.5
    expect(Math.abs(decisions - expected)).toBeLessThan(4 * Math.sqrt(expected))
  })

  it('measures goals on what was heard, and on what is true beside it', async () => {
    const { goals, figures, quality } = await ran({ days: 30 })
    const [useful] = goals
    if (useful?.value == null || useful.truth === null) return expect.fail('nothing measured')
    // The angry answer three times as often.
    expect(useful.value).toBeLessThan(useful.truth - 0.1)
    expect(useful.overTime).toHaveLength(30)
    for (const { truth, n } of useful.overTime) {
      expect(n).toBeGreaterThan(10)
      expect(Math.abs((truth ?? 0) - useful.truth)).toBeLessThan(0.25)
    }
    const [dangers] = figures
    expect(dangers?.name).toBe('dangers')
    expect(share(dangers?.overTime ?? [])).toBeCloseTo(0.3, 1)
    expect(quality[0]?.auc).toBeGreaterThan(0.8)
  })

  it('hears everybody alike where all answer', async () => {
    const { goals } = await ran({ settings: { usually: 1, angry: 1 } })
    // Who was asked last has not answered yet.
    expect(goals[0]?.value).toBeCloseTo(goals[0]?.truth ?? 0, 2)
  })

  it('meets the same people whatever the product does', async () => {
    const one = await ran()
    const other = await ran({ models: { scorer: saying(() => 0.01) } })
    expect(other.log).not.toBe(one.log)
    expect(other.decisions).toBe(one.decisions)
    expect(other.figures).toEqual(one.figures)
  })
})

describe('a scenario', () => {
  it('breaks the models and restores them, and the fallbacks are noticed', async () => {
    const { noticed, experiences } = await ran({ scenarios: ['model outage'] })
    const [began, over] = noticed.filter(({ by }) => by === 'scenario')
    expect(began?.what).toBe('model outage: all models out')
    expect(began?.day).toBeCloseTo(3.3)
    expect(over?.day).toBeCloseTo(4.3)
    const fallback = noticed.find(({ what }) => what.includes('fallbacks'))
    expect(fallback?.day).toBe(4)
    expect(fallback?.late).toBeCloseTo(0.7)
    const degraded = experiences.reduce((sum, one) => sum + one.degraded, 0)
    expect(degraded).toBeGreaterThan(60)
    expect(degraded).toBeLessThan(140)
  })

  it('slows the models: decisions fall back after their deadline, in the time of the world', async () => {
    const lines: string[] = []
    const { experiences } = await ran({ scenarios: ['slow model'], onLine: (line) => lines.push(line) })
    expect(experiences.reduce((sum, one) => sum + one.degraded, 0)).toBeGreaterThan(60)
    expect(lines.filter((line) => line.includes('model-timeout')).length).toBeGreaterThan(60)
    const again: string[] = []
    await ran({ scenarios: ['slow model'], onLine: (line) => again.push(line) })
    expect(again).toEqual(lines)
  })

  it('multiplies what arrives', async () => {
    const usual = await ran({ days: 20 })
    const launched = await ran({ days: 20, scenarios: ['launch'] })
    expect(launched.decisions / usual.decisions).toBeGreaterThan(1.4)
    expect(launched.decisions / usual.decisions).toBeLessThan(1.6)
  })

  it('loses what comes back, and lets it come late', async () => {
    const usual = await ran({ days: 20 })
    const lost = await ran({ days: 20, scenarios: ['lost labels'] })
    expect(lost.decisions).toBe(usual.decisions)
    const heard = (one: typeof usual) => one.entries - one.decisions
    expect(heard(lost) / heard(usual)).toBeGreaterThan(0.7)
    expect(heard(lost) / heard(usual)).toBeLessThan(0.8)
    const late = await ran({ days: 20, scenarios: ['late labels'] })
    expect(heard(late) / heard(usual)).toBeGreaterThan(0.6)
    expect(heard(late) / heard(usual)).toBeLessThan(0.7)
  })

  it('lets attackers come and go', async () => {
    const usual = await ran()
    const attacked = await ran({ scenarios: ['pranks'] })
    const more = attacked.decisions - usual.decisions
    expect(Math.abs(more - 100)).toBeLessThan(40)
    expect(attacked.noticed.map(({ what }) => what)).toContain('pranks: over')
  })

  it('moves a setting, and the moving is in what the world knows', async () => {
    const { figures } = await ran({ scenarios: ['war'] })
    const byDay = figures[0]?.overTime ?? []
    expect(share(byDay.slice(0, 5))).toBeLessThan(0.4)
    expect(share(byDay.slice(7))).toBeGreaterThan(0.8)
  })

  it('befalls a world that runs, counted from now', async () => {
    const simulation = await simulate(alarmWorld, { models: models() })
    await simulation.run({ day: 2 })
    simulation.inject('pranks')
    await simulation.run()
    const { noticed } = await simulation.report()
    expect(noticed.map(({ day }) => day)).toEqual(expect.arrayContaining([6, 8]))
  })

  it('can befall at once with another', async () => {
    const { noticed } = await ran({ scenarios: ['pranks', 'model outage'] })
    expect(noticed.filter(({ by }) => by === 'scenario')).toHaveLength(4)
  })
})

it('says a model of the wanted quality, calibrated', async () => {
  for (const quality of [0.6, 0.75, 0.95]) {
    const report = await ran({ days: 60, quality })
    expect(report.quality[0]?.auc).toBeCloseTo(quality, 1)
  }
})

it.each([
  [{ scenarios: ['outage'] }, 'name-unknown'],
  [{ settings: { dangr: 1 } }, 'name-unknown'],
  [{ settings: { danger: 'high' } }, 'input-invalid'],
  [{ version: 'old' }, 'name-unknown'],
  [{ people: 0 }, 'input-invalid'],
  [{ days: Number.NaN }, 'input-invalid'],
  [{ quality: 1.2 }, 'input-invalid'],
  [{ every: 0 }, 'input-invalid'],
] as const)('refuses %j', async (options, code) => {
  await expect(ran(options)).rejects.toMatchObject({ code })
})

it('stops with what a story threw', async () => {
  const broken = {
    ...alarmWorld,
    happenings: {
      danger: {
        ...(alarmWorld.happenings.danger ?? expect.fail('no danger')),
        story: async () => {
          throw new TypeError('not in my world')
        },
      },
    },
  }
  const simulation = await simulate(broken, { models: models() })
  await expect(simulation.run()).rejects.toThrow('not in my world')
})

it('stops between two things when it is told to', async () => {
  const stop = new AbortController()
  const simulation = await simulate(alarmWorld, {
    models: {
      scorer: saying((risk) => {
        stop.abort()
        return risk
      }),
    },
  })
  await simulation.run({ signal: stop.signal })
  expect((await simulation.report()).decisions).toBe(1)
})
