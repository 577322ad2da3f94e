import { expect, it } from 'vitest'
import { memoryLog, memoryRegistry, memoryVault, virtualClock } from '../../memory/index.ts'
import type { FlightRequest } from '../../spec/flight.ts'
import { seededRandom } from '../../stats/index.ts'
import { doorbell } from '../doorbell.fixture.ts'
import { open } from '../open.ts'
import { fallen, sensing, watch } from '../watch.fixture.ts'

const ports = () => ({
  log: memoryLog(),
  registry: memoryRegistry(),
  // What is assigned by decision hangs on its secret.
  vault: memoryVault(seededRandom(3)),
  clock: virtualClock(Date.UTC(2026, 0, 1, 12)),
  random: seededRandom(3),
})
const second = 1000
const signed = { by: 'a tester', reason: 'to see' }
const flight = (init: Partial<FlightRequest>): FlightRequest => ({
  ...{ name: 'words', about: 'Words help.', decision: 'fall', share: 1, ...signed },
  arms: { plain: {}, worded: { variant: 'worded' } },
  ...init,
})

it.each(['person', 'episode', 'decision'] as const)(
  'a ladder goes on in the arms of its first decision, assigned by %s, while the flight runs',
  async (unit) => {
    const kept = ports()
    const holon = await open(watch, { ...kept, models: { sense: sensing } })
    await holon.startFlight(flight({ unit }))
    const firsts = []
    for (let n = 0; n < 12; n++) {
      const episode = unit === 'episode' ? { episode: `e${n}` } : {}
      firsts.push(await holon.decide('fall', fallen, { subject: `p${n}`, ...episode }))
    }
    const arms = firsts.map((one) => one.arms.words)
    expect(new Set(arms)).toEqual(new Set(['plain', 'worded']))
    kept.clock.advance(31 * second)
    // After what is under way, the next step is taken without it.
    for (const one of firsts) await holon.episode(one.episode ?? '')
    await holon.stopFlight('words', signed)
    kept.clock.advance(121 * second)
    for (const [n, first] of firsts.entries()) {
      const { steps } = await holon.episode(first.episode ?? '')
      expect(steps.map(({ record }) => record.experience)).toEqual(['ask', 'call', 'emergency'])
      expect(steps.map(({ record }) => record.arms.words)).toEqual([arms[n], arms[n], undefined])
      const said = arms[n] === 'worded' ? ['Did you fall?', 'I call your carer.'] : [undefined, undefined]
      expect(steps.map((step) => step.private?.text)).toEqual([...said, undefined])
      expect(steps.map(({ record }) => 'marginal' in record)).toEqual([
        // What is remembered of a person is of their arm, too, where they stay in it.
        unit === 'decision',
        false,
        false,
      ])
      for (const { record } of steps) expect((await holon.replay(record.id)).equal).toBe(true)
    }
    await holon.close()
  },
)

it('limits and latches hold in every arm, and what is remembered leaves no marginal to a sticky flight', async () => {
  const kept = ports()
  const holon = await open(doorbell, kept)
  const arms = { usual: {}, eager: { experiences: { bell: { right: 30 } } } }
  await holon.startFlight(flight({ decision: 'ring', arms }))
  const rings = { usual: new Set<number>(), eager: new Set<number>() }
  for (let n = 0; n < 12; n++) {
    let bells = 0
    let arm: 'usual' | 'eager' = 'usual'
    for (let i = 0; i < 6; i++) {
      const seen = await holon.decide('ring', { urgency: 0.9 }, { subject: `p${n}` })
      arm = seen.arms.words as 'usual' | 'eager'
      bells += Number(seen.experience === 'bell')
      const { record } = await holon.record(seen.id)
      expect(record).not.toHaveProperty('marginal')
      // Beyond the limit the arms cannot differ any more, unless the bell would be worth it again.
      if (record.held !== undefined) expect(record.alike).toEqual(['words'])
      expect((await holon.replay(seen.id)).equal).toBe(true)
    }
    rings[arm].add(bells)
  }
  expect(rings.eager).toEqual(new Set([3]))
  expect(Math.max(...rings.usual)).toBeLessThanOrEqual(3)
  const broken = await holon.decide('ring', { urgency: 0.9, broken: true }, { subject: 'q' })
  expect(broken.experience).toBe('off')
  expect(await holon.decide('ring', { urgency: 0.9 }, { subject: 'q' })).toMatchObject({ experience: 'off' })
  await holon.stopFlight('words', signed)
  await holon.startFlight(flight({ name: 'each', decision: 'ring', arms, unit: 'decision' }))
  const { id } = await holon.decide('ring', { urgency: 0.9 }, { subject: 'r' })
  expect((await holon.record(id)).record.marginal).toBeCloseTo(1, 12)
})
