import { check, open } from 'holon'
import { seededRandom } from 'holon/stats'
import { describe, expect, it } from 'vitest'
import { neighbourhoods } from './domain/neighbourhoods.ts'
import { watchSlice, ways } from './domain/way.ts'
import { shareModel } from './model/share.ts'
import { policingBy, predictivePolicing } from './system.ts'

const round = {
  neighbourhood: 'Mill',
  ...{ found: 30, foundAll: 100, weighted: 150, weightedAll: 1_000, evenly: 5, evenlyAll: 40 },
  ...{ calls: 50, callsAll: 250, hottest: 1, turn: false },
} as const
const models = { 'crime-share': shareModel }

it.each(Object.entries(ways))('misses nothing in the declaration of %s', (_, way) => {
  const system = policingBy(way)
  expect(check(system)).toEqual([])
  expect(new Set(system.goals.map(({ layer }) => layer)).size).toBe(5)
})

describe('a patrol', () => {
  it.each([
    ['counts', 'forecast', 0.3],
    ['hotSpots', 'forecast', 1],
    ['planner', 'suggest', 0.3],
    ['inverse', 'forecast', 0.15],
    ['calls', 'forecast', 0.2],
    ['slice', 'forecast', 0.125],
  ] as const)('with %s is sent as often as the record says', async (name, experience, share) => {
    const way = ways[name]
    const holon = await open(policingBy(way), { models, random: seededRandom('patrols') })
    const times = 2_000
    const met: Record<string, number> = {}
    for (let time = 0; time < times; time++) {
      const seen = await holon.decide('patrol', round)
      met[seen.experience] = (met[seen.experience] ?? 0) + 1
      if (seen.experience === experience) expect(seen.propensity).toBeCloseTo((1 - way.slice) * share)
      if (seen.experience === 'lot') expect(seen.propensity).toBeCloseTo(way.slice / neighbourhoods.length)
    }
    expect(Math.abs((met[experience] ?? 0) / times - (1 - way.slice) * share)).toBeLessThan(0.04)
    expect(Math.abs((met.lot ?? 0) / times - way.slice / neighbourhoods.length)).toBeLessThan(0.02)
    await holon.close()
  })

  it('goes by the rota while the alarm stands, and until somebody has looked', async () => {
    const holon = await open(predictivePolicing, { models })
    const seen = await holon.decide('patrol', { ...round, alarm: true, turn: true }, { subject: 'mill' })
    expect(seen).toMatchObject({
      experience: 'rota',
      parameters: { sent: true },
      text: 'Patrol to Mill: it is its turn.',
    })
    for (let time = 0; time < 20; time++)
      expect(await holon.decide('patrol', round, { subject: 'mill' })).toMatchObject({ experience: 'rota' })
    await holon.close()
  })

  it.each([Number.NaN, 3, 'Mill', undefined])('goes by the rota for a model that says %s', async (says) => {
    const holon = await open(predictivePolicing, {
      models: { 'crime-share': { ...shareModel, predict: () => says } },
    })
    expect(await holon.decide('patrol', round)).toMatchObject({ experience: 'rota', degraded: true })
    await holon.close()
  })

  it('says what its number is made of', async () => {
    const holon = await open(predictivePolicing, { models, random: { next: () => 0.6 } })
    const seen = await holon.decide('patrol', { ...round, found: 90 })
    expect(seen.text).toBe(
      'Patrol to Mill: 90 % of the forecast, made of what patrols discovered, which is most where they were sent most.',
    )
    expect(await holon.replay(seen.id)).toMatchObject({ equal: true })
    await holon.close()
  })
})

it('keeps a slice for the watch in every way', () => {
  for (const { slice } of Object.values(ways)) expect(slice).toBeGreaterThanOrEqual(watchSlice)
})
