import { expect, it, vi } from 'vitest'
import { memoryLog, memoryRegistry, memoryVault, virtualClock } from '../memory/index.ts'
import { HolonError } from '../spec/error.ts'
import type { DecisionLog } from '../spec/ports.ts'
import { open } from './open.ts'
import { fall, fallen, sensing, watch } from './watch.fixture.ts'

const second = 1000
const noon = Date.UTC(2026, 0, 1, 12)

function ports() {
  const clock = virtualClock(noon)
  return { log: memoryLog(), registry: memoryRegistry(), vault: memoryVault(), clock }
}

async function opened(kept = ports()) {
  const holon = await open(watch, { ...kept, models: { sense: sensing } })
  /** What was met in an episode, after what is under way in it. */
  const met = async (episode: string) =>
    (await holon.episode(episode)).steps.map(({ record }) => record.experience)
  return { ...kept, holon, met }
}

it('goes from step to step while nobody answers, each a decision of its own', async () => {
  const { holon, clock, met } = await opened()
  const first = await holon.decide('fall', fallen, { subject: 'p' })
  expect(first).toMatchObject({ experience: 'ask', episode: first.id, reason: 'policy' })
  expect(await holon.episode(first.id)).toMatchObject({
    next: { decision: 'fall', experience: 'call', step: 1, due: noon + 30 * second },
  })
  clock.advance(30 * second - 1)
  expect(await met(first.id)).toEqual(['ask'])
  clock.advance(1)
  expect(await met(first.id)).toEqual(['ask', 'call'])
  clock.advance(120 * second)
  expect(await met(first.id)).toEqual(['ask', 'call', 'emergency'])
  clock.advance(86_400 * second)

  const { steps, next, ended } = await holon.episode(first.id)
  expect({ count: steps.length, next, ended }).toEqual({ count: 3, next: undefined, ended: undefined })
  expect(steps.map(({ record }) => record.step)).toEqual([
    undefined,
    { step: 1, after: first.id, because: 'silence' },
    { step: 2, after: steps[1]?.record.id, because: 'silence' },
  ])
  for (const { record, private: secret } of steps) {
    expect(record.episode).toBe(first.id)
    expect(secret).toMatchObject({ subject: 'p', context: { stillness: 0.9 } })
    expect((await holon.replay(record.id)).equal).toBe(true)
  }
  expect(steps[2]?.record.reason).toBe('ladder')
})

it.each([
  ['fine', true],
  ['helped', 'no'],
  ['told', 'I only sat down'],
] as const)('ends when %s comes back, for whichever decision of the episode', async (name, value) => {
  const { holon, clock, met } = await opened()
  const first = await holon.decide('fall', fallen, { subject: 'p', episode: 'e' })
  clock.advance(30 * second)
  const [, second_] = (await holon.episode('e')).steps
  await holon.feedback(name === 'fine' ? first.id : (second_?.record.id ?? ''), name, value)
  const ended = { by: name, at: noon + 30 * second }
  expect(await holon.episode('e')).toMatchObject({ ended })
  clock.advance(1000 * second)
  expect(await met('e')).toEqual(['ask', 'call'])
})

it('does not end by false, nor by what ends nothing', async () => {
  const { holon, clock, met } = await opened()
  const { id } = await holon.decide('fall', fallen)
  await holon.feedback(id, 'fine', false)
  await holon.feedback(id, 'seen', true)
  await holon.feedback(id, 'exposure', true)
  clock.advance(30 * second)
  expect(await met(id)).toEqual(['ask', 'call'])
})

it('is hurried by feedback, once for each step', async () => {
  const { holon, clock, met } = await opened()
  const { id } = await holon.decide('fall', fallen, { subject: 'p' })
  clock.advance(second)
  await holon.feedback(id, 'needsHelp', false)
  expect(await met(id)).toEqual(['ask'])
  await holon.feedback(id, 'needsHelp', true)
  await holon.feedback(id, 'needsHelp', true)
  const { steps, next } = await holon.episode(id)
  expect(steps.map(({ record }) => record.experience)).toEqual(['ask', 'call'])
  expect(steps[1]?.record.step).toMatchObject({ because: 'needsHelp' })
  expect(next).toMatchObject({ due: noon + 121 * second })
  await holon.feedback(steps[1]?.record.id ?? '', 'needsHelp', true)
  expect(await met(id)).toEqual(['ask', 'call', 'emergency'])
})

it('takes one step, not two, when it is hurried in the moment it is due', async () => {
  const { holon, clock, met, registry } = await opened()
  const { id } = await holon.decide('fall', fallen)
  const { write } = registry
  vi.spyOn(registry, 'write').mockImplementationOnce((changes) => {
    clock.advance(30 * second)
    return write(changes)
  })
  await holon.feedback(id, 'needsHelp', true)
  expect(await met(id)).toEqual(['ask', 'call'])
  clock.advance(120 * second)
  expect(await met(id)).toEqual(['ask', 'call', 'emergency'])
})

it('begins where the policy begins, and nowhere else', async () => {
  const { holon, clock, met } = await opened()
  const last = await holon.decide('fall', { ...fallen, stillness: 1 })
  clock.advance(1000 * second)
  expect(await met(last.id)).toEqual(['emergency'])
  const nothing = await holon.decide('fall', { ...fallen, stillness: 0 })
  expect(nothing.episode).toBeUndefined()
  await expect(holon.episode(nothing.id)).rejects.toMatchObject({ code: 'not-found' })
})

it('passes the guardrails at each step, and goes on after what they made of it', async () => {
  const { holon, clock, met } = await opened()
  const { id } = await holon.decide('fall', { ...fallen, asleep: true })
  clock.advance(30 * second)
  expect(await met(id)).toEqual(['ask', 'ask'])
  clock.advance(119 * second)
  expect(await met(id)).toEqual(['ask', 'ask'])
  clock.advance(second)
  expect(await met(id)).toEqual(['ask', 'ask', 'emergency'])
})

it('is not begun again by another decision of its episode, before its end or after', async () => {
  const { holon, clock, met } = await opened()
  await holon.decide('fall', fallen, { subject: 'p', episode: 'e' })
  clock.advance(20 * second)
  const again = await holon.decide('fall', fallen, { subject: 'p', episode: 'e' })
  clock.advance(10 * second)
  expect(await met('e')).toEqual(['ask', 'ask', 'call'])
  await holon.feedback(again.id, 'fine', true)
  await holon.decide('fall', fallen, { subject: 'p', episode: 'e' })
  clock.advance(1000 * second)
  expect((await holon.episode('e')).ended).toMatchObject({ by: 'fine' })
  expect(await met('e')).toEqual(['ask', 'ask', 'call', 'ask'])
})

it('goes on after a restart, at once where a step is overdue', async () => {
  const first = await opened()
  const early = await first.holon.decide('fall', fallen, { subject: 'p' })
  first.clock.advance(20 * second)
  const late = await first.holon.decide('fall', fallen, { subject: 'q' })
  await first.holon.close()
  first.clock.advance(20 * second)
  const { met, clock } = await opened(first)
  expect(await met(early.id)).toEqual(['ask', 'call'])
  expect(await met(late.id)).toEqual(['ask'])
  clock.advance(10 * second)
  expect(await met(late.id)).toEqual(['ask', 'call'])
})

it('leaves nothing armed when it is closed', async () => {
  const { holon, clock, log } = await opened()
  await holon.decide('fall', fallen)
  await holon.close()
  const { last } = await log.size()
  clock.advance(1000 * second)
  expect((await log.size()).last).toBe(last)
})

it('ends quietly when the person is erased, and says so in the log', async () => {
  const { holon, clock, met, log } = await opened()
  const { id } = await holon.decide('fall', fallen, { subject: 'p' })
  await holon.erase('p')
  clock.advance(1000 * second)
  expect(await met(id)).toEqual(['ask'])
  expect((await holon.episode(id)).ended?.by).toBe('person-erased')
  const entries = (await log.read(0, 100)).map(({ entry }) => entry)
  expect(entries).toContainEqual(expect.objectContaining({ kind: 'event', name: 'ladder-ended' }))
})

it('ends also when only the keys of the person are gone, or the declaration has no such step any more', async () => {
  const kept = ports()
  const { holon, clock, met } = await opened(kept)
  const erased = await holon.decide('fall', fallen, { subject: 'p' })
  await kept.vault.erase('p')
  clock.advance(30 * second)
  expect(await met(erased.id)).toEqual(['ask'])
  expect((await holon.episode(erased.id)).ended?.by).toBe('person-erased')
  await holon.decide('fall', fallen, { subject: 'q' })
  await holon.close()

  const { ladder: _, ...flat } = fall
  const changed = await open({ ...watch, decisions: [flat] } as unknown as typeof watch, {
    ...kept,
    models: { sense: sensing },
  })
  const reasons = async () =>
    (await kept.log.read(0, 100)).flatMap(({ entry }) =>
      entry.kind === 'event' && entry.name === 'ladder-ended' ? [entry.details.because] : [],
    )
  await vi.waitFor(async () => expect(await reasons()).toEqual(['person-erased', 'ladder-changed']))
  await changed.close()
})

it('believes the log where the registry was not told in time', async () => {
  const kept = ports()
  const registry = memoryRegistry()
  const { holon, clock, met } = await opened({ ...kept, registry })
  const { id } = await holon.decide('fall', fallen)
  const write = vi.spyOn(registry, 'write').mockRejectedValueOnce(unavailable)
  await expect(holon.feedback(id, 'fine', true)).rejects.toBe(unavailable)
  write.mockRestore()
  clock.advance(30 * second)
  expect(await met(id)).toEqual(['ask'])
  expect((await holon.episode(id)).ended).toEqual({ by: 'fine', at: noon })
})

it('takes a step once, also when the registry was not told that it was', async () => {
  const kept = ports()
  const { holon, clock, met } = await opened(kept)
  const { id } = await holon.decide('fall', fallen)
  const write = vi.spyOn(kept.registry, 'write').mockRejectedValue(unavailable)
  clock.advance(30 * second)
  await vi.waitFor(() => expect(holon.problems()).toHaveLength(1))
  write.mockRestore()
  await holon.close()
  expect(await met(id)).toEqual(['ask'])
  const again = await opened(kept)
  expect(await again.met(id)).toEqual(['ask', 'call'])
  const stored = (await kept.log.read(0, 100)).filter(({ entry }) => entry.kind === 'decision')
  expect(stored).toHaveLength(2)
})

it('tries a step again when the log is full, and says what is wrong meanwhile', async () => {
  const kept = ports()
  const { log, isFull } = filling(kept.log)
  const { holon, clock, met } = await opened({ ...kept, log })
  const { id } = await holon.decide('fall', fallen)
  isFull(true)
  clock.advance(30 * second)
  await vi.waitFor(() =>
    expect(holon.problems()).toEqual([
      'The next step of a ladder of "fall" could not be done yet: The disk is full.',
    ]),
  )
  isFull(false)
  clock.advance(second)
  expect(await met(id)).toEqual(['ask', 'call'])
  await vi.waitFor(() => expect(holon.problems()).toEqual([]))
})

it('begins no ladder for a decision that could not be recorded', async () => {
  const kept = ports()
  const { log, isFull } = filling(kept.log)
  const { holon, clock, met } = await opened({ ...kept, log })
  isFull(true)
  await expect(holon.decide('fall', fallen, { episode: 'e' })).rejects.toMatchObject({ code: 'log-full' })
  isFull(false)
  await holon.decide('fall', fallen, { episode: 'e' })
  clock.advance(30 * second)
  expect(await met('e')).toEqual(['ask', 'call'])
})

it('answers a repeated request without beginning anew', async () => {
  const { holon, clock, met, registry } = await opened()
  const decide = () => holon.decide('fall', fallen, { subject: 'p', key: 'k' })
  const first = await decide()
  expect(await decide()).toMatchObject({ id: first.id, episode: first.id })
  expect(await registry.list('ladders/watch')).toHaveLength(1)
  clock.advance(30 * second)
  expect(await met(first.id)).toEqual(['ask', 'call'])
})

it('keeps the keys of its steps for itself', async () => {
  const { holon } = await opened()
  await expect(holon.decide('fall', fallen, { key: 'ladder/e/1' })).rejects.toMatchObject({
    code: 'input-invalid',
  })
})

it('forgets what ended a month ago', async () => {
  const { holon, clock } = await opened()
  const { id } = await holon.decide('fall', fallen)
  await holon.feedback(id, 'fine', true)
  clock.advance(31 * 86_400 * second)
  await holon.decide('fall', fallen)
  await expect(holon.episode(id)).rejects.toMatchObject({ code: 'not-found' })
})

const unavailable = new HolonError('registry-unavailable', 'The registry is away.', 'Wait.')

/** A log that is full when the test says so. */
function filling(log: DecisionLog) {
  let full = false
  const append: DecisionLog['append'] = (entries) =>
    full ? Promise.reject(new HolonError('log-full', 'The disk is full.', 'Make room.')) : log.append(entries)
  return {
    log: { ...log, append },
    isFull: (yes: boolean) => {
      full = yes
    },
  }
}
