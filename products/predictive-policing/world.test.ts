import { figureIn, rehearse, type SimulateOptions, timesIn } from 'holon/world'
import { describe, expect, it } from 'vitest'
import { neighbourhoods } from './domain/neighbourhoods.ts'
import { shareModel } from './model/share.ts'
import { world } from './world.ts'

const models = { 'crime-share': shareModel }

async function ran(options: SimulateOptions) {
  const report = await rehearse(world, { models, loops: false, ...options })
  const sums = (what: string): readonly number[] =>
    neighbourhoods.map((one) => figureIn(report, `${what} in ${one}`).sum)
  return { report, crimes: sums('crimes'), patrols: sums('patrols') }
}

const sum = (of: readonly number[]): number => of.reduce((all, one) => all + one, 0)

describe('an invented city', () => {
  it('has as much crime whatever patrols do, and one patrol a round', { timeout: 120_000 }, async () => {
    const [naive, hot] = [await ran({ days: 12 }), await ran({ days: 12, version: 'hot spot' })]
    expect(hot.crimes).toEqual(naive.crimes)
    expect(sum(naive.crimes)).toBeGreaterThan(12 * 6 * neighbourhoods.length * 0.85)
    expect(Math.abs(sum(naive.patrols) - 96)).toBeLessThan(35)
    // Twelve days are enough for a hot spot.
    expect(Math.max(...hot.patrols) / sum(hot.patrols)).toBeGreaterThan(0.55)
    expect(Math.max(...naive.patrols) / sum(naive.patrols)).toBeLessThan(0.5)
    // Whether somebody complains is known after a month.
    const early = naive.report.goals.filter(({ layer }) => layer !== 'organization')
    expect(early.every(({ n }) => n > 0)).toBe(true)
  })

  it('goes by the rota from the day of the alarm, if it is heeded', { timeout: 120_000 }, async () => {
    const heeding = { days: 42, version: 'hot spot', settings: { heeds: true } }
    const { report } = await ran(heeding)
    const alarm = report.figures.find(({ name }) => name === 'loop alarm') ?? expect.fail('no alarm')
    const day = alarm.overTime.findLast(({ n }) => n > 0)?.day ?? expect.fail('no day')
    const rota = timesIn(report, { experience: 'rota' })
    // 56 decisions a day, from about the stretch in which it was raised.
    expect(Math.abs(rota - 56 * (42 - day))).toBeLessThan(56 * 3)
  })

  it('has more crime where it is set to', { timeout: 120_000 }, async () => {
    const usual = await ran({ days: 4, settings: { mill: 2 } })
    const [, mill = 0] = usual.crimes
    expect(mill / sum(usual.crimes)).toBeGreaterThan(0.2)
  })
})

describe('the watch over loops', () => {
  /** How much a patrol by forecast changes what the model says a day later. */
  async function effect(version: string) {
    const { loops } = await rehearse(world, { models, days: 30, version })
    const echo = loops.find(({ name }) => name === 'patrols discover where they are sent')
    const seen = echo?.sightings.find(({ influences }) => influences.name === 'prediction')
    return seen?.strength ?? expect.fail('nothing was seen')
  }

  it('sees that patrols raise the next forecast, and that reports keep it from them', {
    timeout: 200_000,
  }, async () => {
    const naive = await effect('current')
    expect(naive.interval[0]).toBeGreaterThan(0)
    const remedy = await effect('reported incidents')
    expect(remedy.interval[0]).toBeLessThan(0)
    expect(remedy.interval[1]).toBeLessThan(naive.effect)
  })
})
