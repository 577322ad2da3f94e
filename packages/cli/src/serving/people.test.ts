import { createServer, listen } from '@holon/server'
import {
  decision,
  defineSystem,
  type Holon,
  model,
  open,
  person,
  probability,
  type Running,
  thresholds,
} from 'holon'
import { seededRandom } from 'holon/stats'
import { defineWorld, every, type Life, poisson, type World } from 'holon/world'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { livePeople } from './people.ts'

const eye = model('eye', {
  does: 'sees dusk',
  features: z.object({ dusk: z.number() }),
  predicts: probability(),
})

const light = decision('light', {
  does: 'lights a room',
  context: z.object({ dusk: z.number().meta({ dataClass: 'public' }) }),
  example: { dusk: 0.5 },
  model: eye.from(({ dusk }: { dusk: number }) => ({ dusk })),
  experiences: { dark: { style: 'silent' }, lit: { style: 'annotate' } },
  policy: thresholds({ lit: 0.5 }, { otherwise: 'dark' }),
  fallback: 'dark',
  feedback: { useful: { value: z.boolean() } },
  mistakes: [],
})

const lamps = defineSystem('lamps', {
  purpose: 'light',
  people: [person('dweller', { wants: 'light' })],
  decisions: [light],
  goals: [],
})

interface Dweller {
  readonly number: number
  readonly mood: number
}
type DwellerLife = Life<typeof lamps, Dweller, { readonly sky: number }, { dusk: number }>

function worldOf(story: (life: DwellerLife) => Promise<void>): World {
  return defineWorld(lamps, {
    about: 'dusk in a house',
    start: '2026-03-01',
    people: 3,
    days: 1,
    settings: { dusk: 0.9 },
    person: (draw, _, number) => ({ number, mood: draw.next() }),
    environment: (draw) => ({ sky: draw.next() }),
    happenings: {
      dusk: { arrivals: poisson({ perDay: 4 }), story },
      burglars: {
        arrivals: every('1 hour'),
        dormant: true,
        story: () => Promise.reject(new Error('burglars sleep until a scenario wakes them')),
      },
    },
    pace: { arrival: '5 milliseconds', longestWait: '10 milliseconds' },
  })
}

let holon: Holon<typeof lamps>
let address: string
let close: () => Promise<unknown>
const key = 'a-key-that-is-long-enough'

beforeEach(async () => {
  holon = await open(lamps, {
    models: {
      eye: {
        version: { name: 'eye', version: '1', kind: 'function' },
        predict: ({ dusk }) => Number(dusk),
      },
    },
  })
  const server = createServer({ systems: [holon as unknown as Running], version: '1', apiKey: key })
  address = await listen(server, { port: 0 })
  close = () => server.close()
})

afterEach(async () => {
  await close()
  await holon.close()
})

describe('simulated people', () => {
  test('live the stories of their world on a served product, under names of their own', async () => {
    const lived: { life: DwellerLife; waited: number; experience: string }[] = []
    const problems: string[] = []
    const world = worldOf(async (life) => {
      const { now, day, draw, decide, exposure, truth, wait, feedback, note, episode, queue } = life
      const before = now()
      const { id, experience } = await decide('light', { dusk: life.settings.dusk }, { truth: true })
      await exposure(id)
      truth(id, 'useful', true)
      note('days', day())
      expect([await episode('none'), await queue('light')]).toEqual([undefined, []])
      await wait('3 days')
      await feedback(id, 'useful', draw('mood').chance(life.person.mood))
      lived.push({ life, waited: now() - before, experience })
    })
    const people = livePeople(world, {
      ...{ address, key, random: seededRandom(7) },
      report: (problem) => problems.push(problem),
    })
    await expect.poll(() => lived.length).toBeGreaterThan(8)
    await people.stop()
    expect(problems).toEqual([])
    expect(new Set(lived.map(({ experience }) => experience))).toEqual(new Set(['lit']))
    expect(new Set(lived.map(({ waited }) => waited))).toEqual(new Set([3 * 86_400_000]))
    const subjects = new Set(lived.map(({ life: { subject } }) => subject))
    expect(subjects).toEqual(new Set(['simulated-1', 'simulated-2', 'simulated-3']))
    for (const { life } of lived) {
      expect(life.subject).toBe(`simulated-${life.person.number}`)
      expect(life.day()).toBeGreaterThan(3)
    }
    const { decisions } = await (holon as unknown as Running).latest({ limit: 1000 })
    expect(decisions.length).toBeGreaterThanOrEqual(lived.length)
  })

  test('are the same people with the same surroundings after a restart', async () => {
    const met = async (): Promise<ReadonlyMap<number, number>> => {
      const moods = new Map<number, number>()
      const world = worldOf(async ({ person, environment }) => {
        moods.set(person.number, person.mood).set(0, environment.sky)
      })
      const people = livePeople(world, { address, key, report: () => undefined })
      await expect.poll(() => moods.size).toBe(4)
      await people.stop()
      return moods
    }
    const moods = await met()
    for (const [number, mood] of await met()) expect(moods.get(number)).toBe(mood)
  })

  test('meet the fallback while the server is away, and go on', async () => {
    await close()
    const met: (string | null)[] = []
    const problems: string[] = []
    const world = worldOf(async (life) => {
      const { id, experience } = await life.decide('light', { dusk: 1 })
      await life.feedback(id, 'useful', true)
      met.push(experience)
      expect(await life.episode('none')).toBeUndefined()
      expect(await life.queue()).toEqual([])
    })
    const people = livePeople(world, { address, key, report: (problem) => problems.push(problem) })
    await expect.poll(() => met.length).toBeGreaterThan(3)
    await people.stop()
    expect(new Set(met)).toEqual(new Set(['dark']))
    expect(problems).toHaveLength(1)
  })

  test('whose story breaks are reported once, and the others live on', async () => {
    const problems: string[] = []
    let stories = 0
    const world = worldOf(() => {
      stories += 1
      return Promise.reject(new TypeError('oh'))
    })
    const people = livePeople(world, { address, key, report: (problem) => problems.push(problem) })
    await expect.poll(() => stories).toBeGreaterThan(3)
    await people.stop()
    expect(problems).toEqual(['TypeError: oh'])
  })

  test('that cannot be drawn are reported once, and others come', async () => {
    const problems: string[] = []
    const met: number[] = []
    const world = worldOf(async ({ number }) => void met.push(number))
    const picky: World = {
      ...world,
      person: (draw, settings, number) => {
        if (number === 2) throw new TypeError('nobody is like that')
        return world.person(draw, settings, number)
      },
    }
    const people = livePeople(picky, { address, key, report: (problem) => problems.push(problem) })
    await expect.poll(() => problems.length > 0 && met.length > 3).toBe(true)
    await people.stop()
    expect(problems).toEqual(['TypeError: nobody is like that'])
    expect(met).not.toContain(2)
  })

  test.each([
    ['a function', async () => undefined],
    ['an empty object', {}],
    ['an object without happenings', { ...worldOf(async () => undefined), happenings: undefined }],
  ])('of a world that is %s are reported missing, and nothing else ends', async (_what, world) => {
    const problems: string[] = []
    const people = livePeople(world as unknown as World, {
      ...{ address, key },
      report: (problem) => problems.push(problem),
    })
    await expect.poll(() => problems.length).toBe(1)
    await people.stop()
    expect(problems[0]).toMatch(/^TypeError: /)
  })

  test('who are sent home leave their stories where they are', async () => {
    const problems: string[] = []
    let began = 0
    let went = 0
    const world = worldOf(async (life) => {
      began += 1
      for (;;) {
        await life.wait('1 hour')
        went += 1
      }
    })
    const people = livePeople(world, { address, key, report: (problem) => problems.push(problem) })
    await expect.poll(() => began).toBeGreaterThan(2)
    await people.stop()
    const before = went
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(went).toBe(before)
    expect(problems).toEqual([])
  })
})
