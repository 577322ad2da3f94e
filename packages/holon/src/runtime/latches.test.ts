import { expect, it } from 'vitest'
import { memoryLog, memoryRegistry, memoryVault, virtualClock } from '../memory/index.ts'
import type { EventEntry } from '../spec/record.ts'
import { doorbell } from './doorbell.fixture.ts'
import { open } from './open.ts'

const noon = Date.UTC(2026, 0, 1, 12)
const ports = () => ({
  ...{ log: memoryLog(), registry: memoryRegistry(), vault: memoryVault(), clock: virtualClock(noon) },
})

it('holds for the person until somebody resets it with a reason, across restarts', async () => {
  const kept = ports()
  const first = await open(doorbell, kept)
  const seen = await first.decide('ring', { urgency: 0.95, broken: true }, { subject: 'p' })
  expect(seen).toMatchObject({ experience: 'off', reason: 'guardrail' })
  expect(seen.guardrails).toEqual([
    { guardrail: 'broken bell', did: 'latch', from: 'bell', to: 'off', because: 'the bell is broken' },
  ])
  await first.close()

  const holon = await open(doorbell, kept)
  const later = await holon.decide('ring', { urgency: 0.95 }, { subject: 'p' })
  expect(later).toMatchObject({ experience: 'off', guardrails: [{ did: 'replace', from: 'bell' }] })
  expect((await holon.replay(later.id)).equal).toBe(true)
  expect((await holon.decide('ring', { urgency: 0.95 }, { subject: 'q' })).experience).toBe('bell')
  expect((await holon.decide('ring', { urgency: 0.95 })).experience).toBe('bell')

  const [latch] = holon.latches()
  expect(latch).toMatchObject({ decision: 'ring', guardrail: 'broken bell', id: seen.id, at: noon })
  const which = { decision: 'ring', guardrail: 'broken bell', person: latch?.person ?? '' }
  await expect(holon.resetLatch({ ...which, by: ' ', reason: 'new bell' })).rejects.toMatchObject({
    code: 'input-invalid',
  })
  await holon.resetLatch({ ...which, by: 'the electrician', reason: 'new bell' })
  expect(holon.latches()).toEqual([])
  expect((await holon.decide('ring', { urgency: 0.95 }, { subject: 'p' })).experience).toBe('bell')
  await expect(holon.resetLatch({ ...which, by: 'x', reason: 'y' })).rejects.toMatchObject({
    code: 'not-found',
  })

  const stored = await kept.log.read(0, 100)
  const reset = stored.map(({ entry }) => entry as EventEntry).find((entry) => entry.name === 'latch-reset')
  expect(reset?.details).toMatchObject({
    by: 'the electrician',
    reason: 'new bell',
    guardrail: 'broken bell',
  })
})

it('holds for everybody who is nobody in particular', async () => {
  const holon = await open(doorbell, ports())
  await holon.decide('ring', { urgency: 0.1, broken: true })
  expect((await holon.decide('ring', { urgency: 0.95 })).experience).toBe('off')
  expect((await holon.decide('ring', { urgency: 0.95 }, { subject: 'p' })).experience).toBe('bell')
  await holon.resetLatch({ decision: 'ring', guardrail: 'broken bell', by: 'x', reason: 'y' })
  expect((await holon.decide('ring', { urgency: 0.95 })).experience).toBe('bell')
})
