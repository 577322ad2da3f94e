import { expect, it, vi } from 'vitest'
import { memoryLog, memoryNotifier, memoryRegistry, memoryVault, virtualClock } from '../memory/index.ts'
import type { StreamEvent } from '../spec/api.ts'
import { HolonError } from '../spec/error.ts'
import type { BackEntry, EventEntry } from '../spec/record.ts'
import { open } from './open.ts'
import { fallen, sensing, watch } from './watch.fixture.ts'

const minute = 60_000
const noon = Date.UTC(2026, 0, 1, 12)

function ports() {
  const clock = virtualClock(noon)
  const notifier = memoryNotifier()
  return { log: memoryLog(), registry: memoryRegistry(), vault: memoryVault(), clock, notifier }
}

async function opened(kept = ports()) {
  const holon = await open(watch, { ...kept, models: { sense: sensing } })
  const events: StreamEvent[] = []
  holon.subscribe((event) => events.push(event))
  /** Somebody lies there and does not answer: the second step hands the case over. */
  const called = async (subject = 'p') => {
    const first = await holon.decide('fall', fallen, { subject })
    await holon.feedback(first.id, 'needsHelp', true)
    const [one] = (await holon.queue({ to: 'carer' })).filter(({ episode }) => episode === first.id)
    return one ?? expect.fail('no case')
  }
  return { ...kept, holon, events, called }
}

it('hands a case over with all that is needed to answer it', async () => {
  const { called } = await opened()
  const one = await called()
  expect(one).toEqual({
    id: one.about,
    about: expect.any(String),
    decision: 'fall',
    to: 'carer',
    asks: 'Were you there?',
    at: noon,
    due: noon + 10 * minute,
    state: 'open',
    answer: 'helped',
    answerSchema: { type: 'string', enum: ['yes', 'no'] },
    episode: expect.any(String),
    experience: 'call',
    reason: 'ladder',
    prediction: 0.9,
    context: { stillness: 0.9, place: 'home' },
    why: [],
    history: [{ id: one.episode, at: noon, experience: 'ask', episode: one.episode }],
  })
})

it('records the answer as feedback, tells who gave it, and ends what waits for it', async () => {
  const { holon, log, events, called } = await opened()
  const one = await called()
  const answered = await holon.answerCase(one.id, 'yes', {
    by: 'the neighbour',
    note: 'She sat on the stairs.',
  })
  const answer = { at: noon, by: 'the neighbour', note: 'She sat on the stairs.', value: 'yes' }
  expect(answered).toMatchObject({ state: 'answered', answered: answer })
  expect(await holon.queue()).toEqual([])
  expect(await holon.queue({ state: 'answered' })).toMatchObject([{ id: one.id, answered: answer }])
  expect((await holon.record(one.about)).back).toMatchObject([{ name: 'helped', value: 'yes' }])
  expect((await holon.episode(one.episode ?? '')).ended).toEqual({ by: 'helped', at: noon })

  const stored = (await log.read(0, 100)).map(({ entry }) => entry as EventEntry)
  const event = stored.find(({ name }) => name === 'case-answered')
  expect(event?.details).toMatchObject({
    case: one.id,
    about: one.about,
    by: 'the neighbour',
    answer: 'helped',
  })
  expect(JSON.stringify(stored)).not.toContain('stairs')
  const told = events.slice(-2).map(({ type, data }) => [type, (data as BackEntry).name])
  expect(told).toEqual([
    ['feedback', 'helped'],
    ['event', 'case-answered'],
  ])
})

it('is answered once', async () => {
  const { holon, called } = await opened()
  const { id, about } = await called()
  const both = await Promise.allSettled([
    holon.answerCase(id, 'yes', { by: 'the neighbour' }),
    holon.answerCase(id, 'no', { by: 'the nurse' }),
  ])
  expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
  await expect(holon.answerCase(id, 'no', { by: 'the nurse' })).rejects.toMatchObject({
    code: 'case-answered',
  })
  await expect(holon.claimCase(id, 'the nurse')).rejects.toMatchObject({ code: 'case-answered' })
  expect((await holon.record(about)).back).toHaveLength(1)
})

it('stays open when the answer does not fit, or nobody gives it', async () => {
  const { holon, called } = await opened()
  const { id } = await called()
  await expect(holon.answerCase(id, 'maybe', { by: 'the neighbour' })).rejects.toMatchObject({
    code: 'value-invalid',
  })
  await expect(holon.answerCase(id, 'yes', { by: ' ' })).rejects.toMatchObject({ code: 'input-invalid' })
  await expect(holon.answerCase('x', 'yes', { by: 'the neighbour' })).rejects.toMatchObject({
    code: 'not-found',
  })
  expect(await holon.queue()).toMatchObject([{ id, state: 'open' }])
})

it('is kept ten minutes for who claimed it', async () => {
  const { holon, clock, called } = await opened()
  const { id } = await called()
  const until = noon + 10 * minute
  expect(await holon.claimCase(id, 'the neighbour')).toMatchObject({
    claimed: { by: 'the neighbour', until },
  })
  await expect(holon.claimCase(id, 'the nurse')).rejects.toMatchObject({ code: 'case-claimed' })
  await expect(holon.answerCase(id, 'yes', { by: 'the nurse' })).rejects.toMatchObject({
    code: 'case-claimed',
  })
  clock.advance(10 * minute - 1)
  await holon.claimCase(id, 'the neighbour')
  clock.advance(10 * minute)
  expect((await holon.claimCase(id, 'the nurse')).claimed?.by).toBe('the nurse')
  clock.advance(10 * minute)
  expect((await holon.queue())[0]?.claimed).toBeUndefined()
  await holon.answerCase(id, 'no', { by: 'the neighbour' })
})

it('is answered also by feedback that comes without the queue', async () => {
  const { holon, called } = await opened()
  const { id, about } = await called()
  await holon.feedback(about, 'helped', 'no')
  expect(await holon.queue({ state: 'answered' })).toMatchObject([
    { id, answered: { at: noon, value: 'no' } },
  ])
  await expect(holon.answerCase(id, 'yes', { by: 'the neighbour' })).rejects.toMatchObject({
    code: 'case-answered',
  })
})

it('tells once when nobody answered in time, across restarts', async () => {
  const first = await opened()
  const { id } = await first.called()
  await first.called('q')
  first.clock.advance(10 * minute - 1)
  expect(first.notifier.alerts).toEqual([])
  first.clock.advance(1)
  await vi.waitFor(() => expect(first.notifier.alerts).toHaveLength(2))
  expect(first.events).toContainEqual({ type: 'alert', data: first.notifier.alerts[0] })
  expect(first.notifier.alerts[0]).toMatchObject({
    title: 'A case for carer is overdue: Were you there?',
    details: { case: id, to: 'carer' },
  })
  expect(await first.holon.queue({ state: 'overdue' })).toMatchObject([{ state: 'overdue' }, {}])
  await first.holon.close()
  const again = await opened(first)
  again.clock.advance(100 * minute)
  expect(await again.holon.queue()).toHaveLength(2)
  expect(again.notifier.alerts).toHaveLength(2)
})

it('tells after a restart what became overdue meanwhile, and says when it cannot', async () => {
  const first = await opened()
  await first.called()
  await first.holon.close()
  first.clock.advance(20 * minute)
  const notifier = memoryNotifier()
  const notify = vi.spyOn(notifier, 'notify').mockRejectedValueOnce(new TypeError('no signal'))
  const again = await opened({ ...first, notifier })
  await vi.waitFor(() =>
    expect(again.holon.problems()).toEqual([
      'Telling that a case of "fall" is overdue could not be done yet: no signal',
    ]),
  )
  notify.mockRestore()
  again.clock.advance(minute)
  await vi.waitFor(() => expect(notifier.alerts).toHaveLength(1))
  await vi.waitFor(() => expect(again.holon.problems()).toEqual([]))
})

it('settles after a crash whether an answer had arrived', async () => {
  const first = await opened()
  const { id } = await first.called()
  const lost = await first.called('q')
  const write = first.registry.write
  let left = 1
  const registry = {
    ...first.registry,
    write: ((changes) => (--left < 0 ? Promise.reject(away) : write(changes))) as typeof write,
  }
  await first.holon.close()
  const second = await opened({ ...first, registry })
  await expect(second.holon.answerCase(id, 'yes', { by: 'the neighbour' })).rejects.toBe(away)
  await second.holon.close()
  const { holon } = await opened(first)
  expect(await holon.queue({ state: 'answered' })).toMatchObject([
    { id, answered: { by: 'the neighbour', value: 'yes' } },
  ])
  expect((await holon.queue()).map((one) => one.id)).toEqual([lost.id])
})

it('opens a case because of feedback, once for a decision', async () => {
  const { holon } = await opened()
  const { id } = await holon.decide('fall', fallen, { subject: 'p' })
  await holon.feedback(id, 'wrong', false)
  expect(await holon.queue({ to: 'expert' })).toEqual([])
  await holon.feedback(id, 'wrong', 'I only slept')
  await holon.feedback(id, 'wrong', 'I really only slept')
  const [one, ...others] = await holon.queue({ to: 'expert' })
  expect(others).toEqual([])
  expect(one).toMatchObject({
    ...{
      id: `${id}~wrong`,
      about: id,
      feedback: 'wrong',
      reported: 'I really only slept',
      answer: 'reviewed',
    },
    ...{ experience: 'ask', due: noon + 24 * 60 * minute },
  })
  await holon.answerCase(`${id}~wrong`, 'wrong', { by: 'the neighbour' })
  await holon.feedback(id, 'wrong', 'once more')
  expect(await holon.queue({ to: 'expert' })).toEqual([])
})

it('does not let one person fill the queue', async () => {
  const { holon } = await opened()
  const report = async (subject: string) => {
    const { id } = await holon.decide('fall', fallen, { subject })
    await holon.feedback(id, 'wrong', 'no!')
    return id
  }
  const ids = await Promise.all(Array.from({ length: 50 }, () => report('p')))
  expect(await holon.queue({ to: 'expert' })).toHaveLength(3)
  for (const id of ids) expect((await holon.record(id)).back).toHaveLength(1)
  await report('q')
  const queue = await holon.queue({ to: 'expert' })
  expect(queue).toHaveLength(4)
  await holon.answerCase(queue[0]?.id ?? '', 'right', { by: 'the neighbour' })
  await report('p')
  expect(await holon.queue({ to: 'expert' })).toHaveLength(4)
})

it('closes the cases of a person who is erased', async () => {
  const { holon, called, registry } = await opened()
  const { id } = await called()
  const other = await called('q')
  await holon.erase('p')
  expect((await holon.queue()).map((one) => one.id)).toEqual([other.id])
  expect(await registry.list('queue/watch')).toHaveLength(1)
  await expect(holon.answerCase(id, 'yes', { by: 'the neighbour' })).rejects.toMatchObject({
    code: 'not-found',
  })
})

it('forgets a month after the answer', async () => {
  const { holon, clock, called } = await opened()
  const { id } = await called()
  await holon.answerCase(id, 'yes', { by: 'the neighbour' })
  clock.advance(29 * 24 * 60 * minute)
  await called('q')
  expect(await holon.queue({ state: 'answered' })).toHaveLength(1)
  clock.advance(2 * 24 * 60 * minute)
  await called('r')
  expect(await holon.queue({ state: 'answered' })).toEqual([])
  expect(await holon.queue()).toHaveLength(2)
})

it('knows its people, and keeps the keys of answers for itself', async () => {
  const { holon } = await opened()
  await expect(holon.queue({ to: 'nobody' })).rejects.toMatchObject({ code: 'name-unknown' })
  const { id } = await holon.decide('fall', fallen)
  const options = { key: `case/${id}` }
  await expect(holon.feedback(id, 'reviewed', 'right', options)).rejects.toMatchObject({
    code: 'input-invalid',
  })
})

it('hands nothing over that could not be recorded', async () => {
  const kept = ports()
  const { holon, called, registry } = await opened(kept)
  await called()
  const append = vi.spyOn(kept.log, 'append')
  const { id } = await holon.decide('fall', fallen, { subject: 'q' })
  append.mockResolvedValueOnce([{ position: 9, entry: {} as EventEntry, fresh: true }])
  append.mockRejectedValueOnce(new HolonError('log-full', 'The disk is full.', 'Make room.'))
  await holon.feedback(id, 'needsHelp', true)
  expect(await holon.queue()).toHaveLength(1)
  expect(await registry.list('queue/watch')).toHaveLength(1)
})

const away = new HolonError('registry-unavailable', 'The registry is away.', 'Wait.')
