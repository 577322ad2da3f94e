import { describe, expect, it } from 'vitest'
import { memoryLog, memoryRegistry, memoryVault, virtualClock } from '../../memory/index.ts'
import type { FlightRequest } from '../../spec/flight.ts'
import type { Model } from '../../spec/model.ts'
import { seededRandom } from '../../stats/index.ts'
import { alarmSystem, saying } from '../alarm.fixture.ts'
import { lamps } from '../flights/lamp.fixture.ts'
import { open } from '../open.ts'

const day = 86_400_000

/** The alarm at work for a while: a siren turns out useful more often the higher the risk; nobody misses a note. */
async function atWork(decisions: number, answers = 1) {
  const clock = virtualClock(Date.UTC(2026, 0, 1))
  const random = seededRandom('alarms at work')
  const holon = await open(alarmSystem, {
    ...{ log: memoryLog(), registry: memoryRegistry(), vault: memoryVault(), clock, random },
    models: { scorer: saying((risk) => risk) },
  })
  const world = seededRandom('what people say')
  for (let i = 0; i < decisions; i++) {
    const risk = world.next()
    const area = world.next() < 0.5 ? 'north' : 'south'
    const { id, experience } = await holon.decide('alarm', { risk, area }, { subject: `p${i % 300}` })
    const useful = world.next() < usefulness(experience, risk)
    if (world.next() < answers) await holon.feedback(id, 'useful', useful)
    if (useful) await holon.feedback(id, 'happened', true)
  }
  return { holon, clock }
}

/** Lamps in halls at any dusk, of which every other is found useful; a flight may be over them. */
async function lampsAtWork(decisions: number, flight?: FlightRequest) {
  const clock = virtualClock(Date.UTC(2026, 0, 1))
  const watcher: Model = {
    version: { name: 'watcher', version: '1', kind: 'function' },
    calibration: { method: 'isotonic', x: [0, 1], y: [0, 1] },
    predict: ({ dusk }) => dusk as number,
  }
  const holon = await open(lamps, {
    ...{ clock, random: seededRandom('lamps'), models: { watcher } },
    // What is assigned by decision hangs on its secret.
    vault: memoryVault(seededRandom(3)),
  })
  if (flight !== undefined) await holon.startFlight(flight)
  for (let i = 0; i < decisions; i++) {
    const { id } = await holon.decide('lamp', { dusk: (i % 100) / 100, room: 'hall' }, { subject: `p${i}` })
    await holon.feedback(id, 'useful', i % 2 === 0)
  }
  return { holon }
}

const usefulness = (experience: string, risk: number): number =>
  experience === 'siren' ? 0.2 + 0.6 * risk : experience === 'note' ? 0.5 : 0.3

describe('offPolicy', () => {
  it('finds the value of policies that never ran, guardrails included', async () => {
    const { holon } = await atWork(3000)
    const { logged, policies, rows, units } = await holon.offPolicy('alarm', {
      policies: [{ always: 'siren' }, { always: 'note' }, { uniform: true }, { experiences: {} }],
      reward: 'useful',
    })
    expect([rows, units]).toEqual([3000, 300])
    const [siren, note, uniform, same] = policies
    // No siren in the south: there it is a note.
    const truth = [0.5 * 0.5 + 0.5 * 0.5, 0.5, (0.3 + 0.5 + 0.5) / 3]
    for (const [i, one] of [siren, note, uniform].entries()) {
      const [lower = 1, upper = 0] = one?.interval ?? []
      expect(upper - lower, one?.name).toBeLessThan(0.15)
      // Within about four standard errors.
      expect(Math.abs((one?.value ?? 1) - (truth[i] ?? 0)), one?.name).toBeLessThan(upper - lower)
      expect(one?.verdict, one?.name).toBe('known')
      expect(one?.overlap?.share).toBeCloseTo(1, 9)
    }
    expect(siren?.shares.siren).toBeCloseTo(0.5, 1)
    expect(same?.meanWeight).toBeCloseTo(1, 12)
    const plain = same?.estimates.find((one) => one.estimator === 'inverse-propensity')
    expect(plain?.value).toBeCloseTo(logged.value ?? Number.NaN, 12)
    expect(same?.difference.value).toBeCloseTo(0, 2)
    await holon.close()
  })

  it('takes a goal as its reward, and says what is no reward', async () => {
    const { holon } = await atWork(200)
    const ask = (reward: string) => holon.offPolicy('alarm', { policies: [{ uniform: true }], reward })
    // The goal has the name of the feedback, and comes first.
    expect(await ask('useful')).toMatchObject({ rows: 200 })
    await expect(ask('comment')).rejects.toMatchObject({ code: 'input-invalid' })
    await expect(ask('money')).rejects.toMatchObject({ code: 'name-unknown' })
    await holon.close()
  })

  it('leaves out whom it cannot know, and says how many', async () => {
    const { holon, clock } = await atWork(400)
    const happened = { policies: [{ uniform: true }], reward: 'happened' } as const
    const early = await holon.offPolicy('alarm', happened)
    expect(early).toMatchObject({ rows: 0, left: { waiting: 400 }, logged: { value: null } })
    expect(early.policies[0]).toMatchObject({ verdict: 'refused', value: null })
    expect(early.policies[0]?.because[0]).toContain('400 wait')
    await clock.advance(2 * day)
    await holon.erase('p0')
    const late = await holon.offPolicy('alarm', happened)
    expect(late).toMatchObject({ rows: 398, left: { waiting: 0, missing: 0, erased: 2 } })
    const latest = await holon.offPolicy('alarm', { ...happened, limit: 50 })
    expect(latest.rows).toBe(50)
    await holon.close()
  })

  it('warns where rewards are missing, and refuses where most are', async () => {
    const { holon } = await atWork(600, 0.3)
    const { policies, left } = await holon.offPolicy('alarm', {
      policies: [{ uniform: true }],
      reward: 'useful',
    })
    expect(left.missing).toBeGreaterThan(300)
    expect(policies[0]?.rules.find(({ rule }) => rule === 'rewards-came')?.verdict).toBe('refused')
    await holon.close()
  })

  it('takes variants by name', async () => {
    const { holon } = await lampsAtWork(400)
    const ask = (variant: string) => holon.offPolicy('lamp', { policies: [{ variant }], reward: 'useful' })
    const { policies } = await ask('eager')
    // Explores three times as much.
    expect(policies[0]).toMatchObject({ name: 'eager', verdict: 'known' })
    expect(policies[0]?.shares.glow).toBeGreaterThan(0.29)
    await expect(ask('lazy')).rejects.toMatchObject({ code: 'name-unknown' })
    await holon.close()
  })

  it('weighs by the probability over the arms of a flight, where that is known', async () => {
    const { holon } = await lampsAtWork(600, {
      ...{ name: 'eager', about: 'Exploring helps.', decision: 'lamp', unit: 'decision', share: 1 },
      arms: { as: {}, eager: { variant: 'eager' } },
      ...{ by: 'somebody', reason: 'to see' },
    })
    const { policies } = await holon.offPolicy('lamp', { policies: [{ variant: 'eager' }], reward: 'useful' })
    const [eager] = policies
    // The mean of both arms is at least half of the target wherever it goes.
    expect(eager?.largestWeight).toBeLessThanOrEqual(2)
    expect(eager?.largestWeight).toBeGreaterThan(1)
    expect(eager?.meanWeight).toBeCloseTo(1, 1)
    expect(eager?.overlap).toBeNull()
    await holon.close()
  })

  it('tells logged decisions with their probabilities, and nothing private', async () => {
    const { holon } = await atWork(5)
    const { experiences, choices } = await holon.logged('alarm', { reward: 'happened' })
    expect(experiences).toEqual(['nothing', 'note', 'siren'])
    expect(choices).toHaveLength(5)
    for (const { probabilities, reward, features } of choices) {
      expect(Object.values(probabilities).reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12)
      expect(reward).toBeNull()
      expect(Object.keys(features).toSorted()).toEqual(['area=south', 'prediction'])
    }
    await holon.close()
  })
})
