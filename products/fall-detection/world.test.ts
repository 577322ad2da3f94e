import { onnx } from '@holon/model-onnx'
import type { SimulationDocument } from 'holon'
import { seededRandom } from 'holon/stats'
import { drawFrom, goalIn, rehearse, type SimulateOptions, timesIn } from 'holon/world'
import { describe, expect, it } from 'vitest'
import { Noticed } from './noticed.ts'
import { movementOf } from './world/movement.ts'
import { world } from './world.ts'

const model = await onnx(new URL('./model/fall.onnx', import.meta.url))

const ran = (options: SimulateOptions = {}) =>
  rehearse(world, { models: { fall: model }, people: 8, days: 20, ...options })

const usual = await ran()
/** Long enough for a watch to have been worn for a month. */
const long = await ran({ days: 32 })

/** How often the rule of the plain fall stepped in. */
const ruled = ({ guardrails }: SimulationDocument): number | undefined =>
  guardrails.find(({ guardrail }) => guardrail === 'a plain fall is asked about')?.interventions

const circumstances = { falls: 0.2, games: 0, gain: 1 }
const movements = (seed: number, given = circumstances) => {
  const draw = drawFrom(seededRandom(seed))
  return Array.from({ length: 200 }, () => movementOf(draw, given, 'Somebody'))
}

it('draws lives in which most strong movements are no falls, and all falls are noticed', () => {
  const lives = movements(1)
  const falls = lives.filter(({ fell }) => fell)
  expect(falls.length).toBeGreaterThan(20)
  expect(falls.length).toBeLessThan(65)
  expect(falls.filter(({ noticed }) => noticed === undefined)).toEqual([])
  expect(lives.some(({ fell, noticed }) => !fell && noticed !== undefined)).toBe(true)
  for (const { noticed } of lives)
    if (noticed !== undefined) expect(Noticed.safeParse(noticed).error).toBeUndefined()
  expect(movements(1)).toEqual(lives)
})

it('measures less with a sensor that wears out, and games that are no falls', () => {
  const impact = (gain: number) =>
    movements(2, { ...circumstances, gain }).reduce(
      (sum, { noticed }) => sum + (noticed?.shape.impact ?? 0),
      0,
    )
  expect(impact(0.5)).toBeLessThan(0.85 * impact(1))
  const games = movements(3, { ...circumstances, falls: 0, games: 1 })
  expect(games.every(({ pastime, fell }) => pastime === 'game' && !fell)).toBe(true)
  expect(games.some(({ noticed }) => noticed !== undefined)).toBe(true)
})

describe('the world of fall detection', () => {
  it('is the same for the same seed, and another for another', async () => {
    const short = await ran({ days: 8 })
    expect((await ran({ days: 8 })).log).toBe(short.log)
    expect((await ran({ days: 8, seed: 2 })).log).not.toBe(short.log)
  })

  it('meets every experience, and knows what is true of every goal', () => {
    for (const name of ['nothing', 'ask', 'caretaker', 'emergency'])
      expect(timesIn(long, { experience: name }), name).toBeGreaterThan(0)
    for (const { name, value, truth } of long.goals) {
      expect(value, name).not.toBeNull()
      if (name !== 'alarms with the model at work') expect(truth, name).not.toBeNull()
    }
    expect(long.quality[0]?.auc).toBeGreaterThan(0.8)
  })

  it('counts those who were found by chance among those to whom nobody came soon', () => {
    const soon = goalIn(long, 'help within twenty minutes')
    const helped = goalIn(long, 'help after a fall')
    expect(soon.n).toBe(helped.n)
    expect(soon.value).toBeLessThanOrEqual(helped.value ?? 0)
    expect(soon.truth).toBeLessThanOrEqual(helped.truth ?? 0)
  })

  it('calls nobody where everybody answers that they are fine', async () => {
    const fine = await ran({ settings: { attentive: 1, conscious: 1, harmless: 1, calls: 0 } })
    expect(timesIn(fine, { experience: 'ask' })).toBeGreaterThan(0)
    expect(timesIn(fine, { experience: 'caretaker' })).toBe(0)
  })
})

describe('a scenario', () => {
  it('makes falls as rare as in life', async () => {
    const rare = await ran({ scenarios: ['life as it is'] })
    expect(goalIn(rare, 'falls noticed').n).toBeLessThan(goalIn(usual, 'falls noticed').n / 3)
    expect(goalIn(rare, 'few needless questions').truth).toBeGreaterThan(
      goalIn(usual, 'few needless questions').truth ?? 1,
    )
  })

  it('brings games that look like plain falls, and are none', async () => {
    const games = await ran({ scenarios: ['ball games'] })
    expect(ruled(games)).toBeGreaterThan(2 * (ruled(usual) ?? Infinity))
    expect(timesIn(games, { experience: 'ask' })).toBeGreaterThan(timesIn(usual, { experience: 'ask' }))
  })

  it.each(['sensors wear out', 'icy month'])('changes what is felt: %s', async (scenario) => {
    expect((await ran({ scenarios: [scenario] })).log).not.toBe(usual.log)
  })

  it('lets people look later: more ambulances', async () => {
    const late = await ran({ scenarios: ['holidays', 'nobody answers'] })
    expect(timesIn(late, { experience: 'emergency' })).toBeGreaterThan(
      timesIn(usual, { experience: 'emergency' }),
    )
  })
})

it('compares versions on the same people', async () => {
  expect(ruled(await ran({ version: 'two a week' }))).toBeGreaterThan(ruled(usual) ?? Infinity)
  expect(ruled(await ran({ version: 'no budget' }))).toBeLessThan(ruled(usual) ?? 0)
  const ruleless = await ran({ version: 'without the plain rule' })
  expect(ruled(ruleless)).toBeUndefined()
  const noticed = (report: SimulationDocument) => goalIn(report, 'falls noticed').truth ?? 0
  expect(noticed(ruleless)).toBeLessThan(noticed(usual))
})
