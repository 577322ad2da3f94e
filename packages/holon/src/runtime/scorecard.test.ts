import { describe, expect, it } from 'vitest'
import type { FlightRequest } from '../spec/flight.ts'
import { seededRandom } from '../stats/index.ts'
import { openLamps, wording } from './flights/lamp.fixture.ts'

const useful: Partial<FlightRequest> = { main: 'useful', plannedUnits: 600 }

/** People who see lamps, each three times, and find those of `calm` useful more often. */
async function livedWith(
  flight: Partial<FlightRequest>,
  chance: Readonly<Record<string, number>>,
  people = 600,
) {
  const holon = await openLamps()
  await holon.startFlight(wording({ ...useful, ...flight }))
  const random = seededRandom(3)
  for (let i = 0; i < people; i++) {
    for (let time = 0; time < 3; time++) {
      const room = i % 3 === 0 ? 'hall' : 'attic'
      const seen = await holon.decide('lamp', { dusk: 0.6, room }, { subject: `p${i}` })
      const arm = seen.arms.words
      if (arm !== undefined) await holon.feedback(seen.id, 'useful', random.next() < (chance[arm] ?? 0))
    }
  }
  return holon
}

describe('the scorecard of a running flight', () => {
  it('counts people, not decisions, and sees a planted effect', async () => {
    const holon = await livedWith({}, { plain: 0.5, calm: 0.75 })
    const card = await holon.scorecard('words')
    const people = card.sampleRatio.arms.reduce((sum, one) => sum + one.n, 0)
    // Where the policy explored into the dark the arms could not differ: those people met nothing yet.
    expect(people).toBeGreaterThan(500)
    expect(people).toBeLessThanOrEqual(600)
    expect(card.sampleRatio.mismatch).toBe(false)
    const [goal] = card.goals
    expect(goal).toMatchObject({ name: 'useful', role: 'main', per: 'person' })
    const [effect] = goal?.effects ?? []
    expect(effect).toMatchObject({ arm: 'calm', verdict: 'better' })
    expect(effect?.absolute?.interval[0]).toBeLessThan(0.25)
    expect(effect?.absolute?.interval[1]).toBeGreaterThan(0.25)
    expect(card.verdict).toMatchObject({ say: 'ship', arm: 'calm' })
    expect(card.costs.map(({ name, effects }) => [name, effects[0]?.control])).toEqual([
      ['cost', 0.25],
      ['latency', expect.any(Number)],
      ['failures', 0],
    ])
  })

  it('says nothing of arms that do the same', async () => {
    const holon = await livedWith({ arms: { a: {}, b: {} } }, { a: 0.5, b: 0.9 }, 40)
    const card = await holon.scorecard('words')
    expect(card.sampleRatio.arms.map((one) => one.n)).toEqual([0, 0])
    expect(card.verdict.say).toBe('keep running')
  })

  it('splits by a public field, and refuses another', async () => {
    const holon = await livedWith({}, { plain: 0.5, calm: 0.75 }, 300)
    const { slices } = await holon.scorecard('words', { slices: ['room'] })
    expect(slices.map(({ field, slice }) => [field, slice])).toEqual([
      ['room', 'attic'],
      ['room', 'hall'],
    ])
    await expect(holon.scorecard('words', { slices: ['dusk'] })).rejects.toMatchObject({
      code: 'name-unknown',
    })
    await expect(holon.scorecard('sirens')).rejects.toMatchObject({ code: 'name-unknown' })
  })

  it('of an assignment by decision counts decisions', async () => {
    const holon = await livedWith({ unit: 'decision' }, { plain: 0.5, calm: 0.75 }, 100)
    const { goals } = await holon.scorecard('words')
    expect(goals[0]?.per).toBe('decision')
    expect(goals[0]?.effects[0]?.absolute?.estimate).toBeGreaterThan(0)
  })

  it('of a holdout compares those who are kept from everything with the rest', async () => {
    const holon = await openLamps()
    await holon.startFlight({
      ...{ name: 'held', about: 'What all changes did together.', holdout: true, share: 0.5 },
      ...{ main: 'useful', by: 'a tester', reason: 'to see' },
    })
    for (let i = 0; i < 200; i++) {
      const seen = await holon.decide('lamp', { dusk: 0.6, room: 'hall' }, { subject: `p${i}` })
      await holon.feedback(seen.id, 'useful', seen.arms.held === 'open' ? i % 4 > 0 : i % 2 > 0)
    }
    const card = await holon.scorecard('held')
    expect(card.sampleRatio.arms.reduce((sum, one) => sum + one.n, 0)).toBe(200)
    expect(card.goals[0]?.effects[0]).toMatchObject({
      arm: 'open',
      absolute: { estimate: expect.closeTo(0.25, 0) },
    })
    expect(card.costs).toEqual([])
  })
})

describe('a flight that is judged at some numbers of units', () => {
  const judge = { method: 'fixed', units: 150 } as const

  it('is looked at once: what was seen then is told for good, to everybody', async () => {
    const holon = await livedWith({ judge }, { plain: 0.5, calm: 0.75 }, 100)
    expect((await holon.scorecard('words')).verdict.words).toMatch(/It is judged once, at 150 units/)
    const live = async (from: number, to: number) => {
      for (let i = from; i < to; i++) {
        const seen = await holon.decide('lamp', { dusk: 0.6, room: 'attic' }, { subject: `late${i}` })
        if (seen.arms.words !== undefined) await holon.feedback(seen.id, 'useful', i % 2 === 0)
      }
    }
    await live(0, 120)
    const [first, other] = await Promise.all([holon.scorecard('words'), holon.scorecard('words')])
    expect(first.judging?.plan?.looks).toHaveLength(1)
    expect(other.goals).toEqual(first.goals)
    await live(120, 200)
    const later = await holon.scorecard('words')
    expect(later.judging?.units).toBeGreaterThan(first.judging?.units ?? 0)
    expect(later.goals).toEqual(first.goals)
    expect(holon.flights()[0]?.judge).toEqual(judge)
  })

  it('takes out what the time before explains only as it said', async () => {
    const holon = await livedWith({ judge }, {}, 3)
    await expect(holon.scorecard('words', { before: '7 days' })).rejects.toMatchObject({
      code: 'input-invalid',
      message: expect.stringMatching(/without the time before/),
    })
  })
})
