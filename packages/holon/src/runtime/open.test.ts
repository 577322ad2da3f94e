import { describe, expect, it } from 'vitest'
import { memoryLog, memoryVault, virtualClock } from '../memory/index.ts'
import type { StreamEvent } from '../spec/api.ts'
import type { DecisionEntry } from '../spec/record.ts'
import { chiSquareFit, seededRandom } from '../stats/index.ts'
import { defineSystem } from '../system/system.ts'
import { alarmSystem, saying } from './alarm.fixture.ts'
import { type Holon, open } from './open.ts'
import type { OpenOptions } from './options.ts'

const start = Date.UTC(2026, 0, 1)

async function opened(options: OpenOptions = {}): Promise<Holon<typeof alarmSystem>> {
  return open(alarmSystem, {
    models: { scorer: saying((risk) => risk) },
    random: seededRandom(1),
    clock: virtualClock(start),
    ...options,
  })
}

describe('a decision', () => {
  it('answers with a typed experience and is recorded with its private part sealed', async () => {
    const log = memoryLog()
    const holon = await opened({ log })
    const seen = await holon.decide(
      'alarm',
      { risk: 0.95, area: 'north', note: 'my secret' },
      { subject: 'p-17' },
    )
    expect(seen).toMatchObject({
      prediction: 0.95,
      degraded: false,
      model: [{ name: 'scorer', version: '1' }],
    })
    const stored = await log.find(seen.id)
    expect(stored?.decision).toMatchObject({
      context: { area: 'north' },
      system: 'alarms',
      decision: 'alarm',
      drop: 0,
    })
    expect(JSON.stringify(stored)).not.toContain('my secret')
    expect(JSON.stringify(stored)).not.toContain('p-17')
    const read = await holon.record(seen.id)
    expect(read.private).toMatchObject({ subject: 'p-17', context: { risk: 0.95, note: 'my secret' } })
  })

  it('refuses a context that does not fit, naming the field, and records nothing', async () => {
    const log = memoryLog()
    const holon = await opened({ log })
    const bad = holon.decide('alarm', { risk: 'high' as unknown as number, area: 'north' })
    await expect(bad).rejects.toMatchObject({
      code: 'context-invalid',
      message: expect.stringContaining('risk'),
    })
    expect((await log.size()).entries).toBe(0)
  })

  it('answers the same for the same key, also at the same time, and refuses the key for another request', async () => {
    const log = memoryLog()
    const holon = await opened({ log })
    const ask = () => holon.decide('alarm', { risk: 0.95, area: 'north' }, { subject: 'p', key: 'k' })
    const [first, second] = await Promise.all([ask(), ask()])
    const third = await ask()
    expect(second).toEqual(first)
    expect(third).toEqual(first)
    expect((await log.size()).entries).toBe(1)
    const other = holon.decide('alarm', { risk: 0.1, area: 'north' }, { subject: 'p', key: 'k' })
    await expect(other).rejects.toMatchObject({ code: 'key-conflict' })
  })
})

describe('a model that fails', () => {
  const cases: readonly [string, (risk: number) => unknown, string][] = [
    [
      'throws',
      () => {
        throw new Error('no')
      },
      'model-threw',
    ],
    ['rejects', () => Promise.reject(new Error('no')), 'model-threw'],
    ['hangs', () => new Promise(() => undefined), 'model-timeout'],
    ['says NaN', () => Number.NaN, 'model-not-finite'],
    ['says Infinity', () => Number.POSITIVE_INFINITY, 'model-not-finite'],
    ['says 1.5', () => 1.5, 'model-out-of-range'],
    ['says text', () => 'high', 'model-wrong-shape'],
    ['says nothing', () => undefined, 'model-wrong-shape'],
    ['says an array', () => [0.5], 'model-wrong-shape'],
  ]
  it.each(cases)('%s: the fallback is met, and the record says why', async (_name, answer, code) => {
    const clock = virtualClock(start)
    const holon = await opened({ clock, models: { scorer: saying(answer) } })
    const deciding = holon.decide('alarm', { risk: 0.9, area: 'north' })
    for (let turn = 0; turn < 20; turn++) await Promise.resolve()
    clock.advance(25)
    const seen = await deciding
    expect(seen).toMatchObject({
      experience: 'nothing',
      reason: 'fallback',
      code,
      degraded: true,
      propensity: 1,
      prediction: null,
    })
    const { record } = await holon.record(seen.id)
    expect(record.predictions[0]?.fault?.code).toBe(code)
    expect((await holon.replay(seen.id)).equal).toBe(true)
  })

  it('features that throw count as a failure of the prediction', async () => {
    const holon = await opened()
    expect(await holon.decide('alarm', { risk: 13, area: 'north' })).toMatchObject({
      code: 'features-failed',
    })
  })

  it('parameters that break their own schema lead to the fallback', async () => {
    const holon = await opened({ random: { next: () => 0.999 } })
    expect(await holon.decide('alarm', { risk: 7, area: 'north' })).toMatchObject({
      code: 'model-out-of-range',
    })
    const scored = await opened({ random: { next: () => 0.999 }, models: { scorer: saying(() => 0.99) } })
    const seen = await scored.decide('alarm', { risk: 7, area: 'north' })
    expect(seen).toMatchObject({ experience: 'nothing', code: 'present-failed', degraded: true })
  })

  it('is broken and restored on purpose', async () => {
    const holon = await opened()
    await holon.setFault('scorer', { kind: 'dead' })
    expect(holon.problems()).toHaveLength(1)
    expect(await holon.decide('alarm', { risk: 0.9, area: 'north' })).toMatchObject({ code: 'model-threw' })
    await holon.setFault('scorer', { kind: 'nonsense' })
    expect(await holon.decide('alarm', { risk: 0.9, area: 'north' })).toMatchObject({
      code: 'model-not-finite',
    })
    await holon.setFault('scorer', { kind: 'none' })
    expect(await holon.decide('alarm', { risk: 0.9, area: 'north' })).toMatchObject({ degraded: false })
    await expect(holon.setFault('scorers', { kind: 'dead' })).rejects.toMatchObject({ code: 'name-unknown' })
  })
})

describe('guardrails', () => {
  it('replace and clamp what the policy wanted, and the record shows both', async () => {
    const holon = await opened({ random: { next: () => 0.5 }, models: { scorer: saying(() => 0.97) } })
    const south = await holon.decide('alarm', { risk: 1, area: 'south' })
    expect(south).toMatchObject({ experience: 'note', reason: 'guardrail' })
    expect(south.guardrails).toEqual([
      { guardrail: 'quiet south', did: 'replace', from: 'siren', to: 'note', because: 'the south is quiet' },
    ])
    // Policy: siren 0.8, note 0.1, nothing 0.1; in the south both siren and note end in note.
    expect(south.propensity).toBeCloseTo(0.9, 12)
    const north = await holon.decide('alarm', { risk: 1, area: 'north' })
    expect(north).toMatchObject({ experience: 'siren', parameters: { seconds: 60 }, text: '60 seconds' })
    expect(north.guardrails).toMatchObject([{ guardrail: 'short siren', did: 'clamp' }])
  })
})

describe('what comes back', () => {
  it('is accepted by id alone, once a key, can be changed and retracted, and moves the goal', async () => {
    const clock = virtualClock(start)
    const holon = await opened({ clock })
    const ids: string[] = []
    for (let i = 0; i < 4; i++) ids.push((await holon.decide('alarm', { risk: 0.9, area: 'north' })).id)
    const value = async () => (await holon.goals())[0]
    expect(await value()).toMatchObject({ n: 0, value: null, status: 'inconclusive' })
    for (const id of ids) await holon.feedback(id, 'useful', true, { key: 'a' })
    await holon.feedback(ids[0] as string, 'useful', false, { key: 'a' })
    expect(await value()).toMatchObject({ n: 4, value: 1 })
    await holon.feedback(ids[0] as string, 'useful', false, { key: 'a', change: true })
    expect(await value()).toMatchObject({ n: 4, value: 0.75 })
    await holon.retract(ids[0] as string, 'useful', { key: 'a' })
    expect(await value()).toMatchObject({ n: 3, value: 1 })
  })

  it('refuses forged and altered ids, unknown names and wrong values', async () => {
    const holon = await opened()
    const { id } = await holon.decide('alarm', { risk: 0.9, area: 'north' })
    for (let i = 0; i < id.length; i++) {
      const forged = id.slice(0, i) + (id[i] === '0' ? '1' : '0') + id.slice(i + 1)
      await expect(holon.feedback(forged, 'useful', true)).rejects.toMatchObject({
        code: 'decision-id-invalid',
      })
    }
    await expect(holon.feedback(id, 'usefull' as 'useful', true)).rejects.toMatchObject({
      code: 'name-unknown',
    })
    await expect(holon.feedback(id, 'useful', 'yes' as unknown as boolean)).rejects.toMatchObject({
      code: 'value-invalid',
    })
    await expect(holon.feedback(id, 'exposure', false as true)).rejects.toMatchObject({
      code: 'value-invalid',
    })
  })

  it('seals free text for the person, and erasing the person leaves the totals', async () => {
    const log = memoryLog()
    const vault = memoryVault()
    const holon = await opened({ log, vault })
    const { id } = await holon.decide('alarm', { risk: 0.9, area: 'north' }, { subject: 'p-17' })
    await holon.feedback(id, 'comment', 'I live at the corner')
    await holon.feedback(id, 'useful', true)
    expect(JSON.stringify(await log.read(0, 10))).not.toContain('corner')
    expect((await holon.record(id)).back[0]).toMatchObject({ name: 'comment', value: 'I live at the corner' })
    expect(await holon.erase('p-17')).toEqual({ erased: true })
    expect(await holon.erase('p-17')).toEqual({ erased: false })
    const after = await holon.record(id)
    expect(after.private).toBeNull()
    expect(after.back[0]).not.toHaveProperty('value')
    await expect(holon.replay(id)).rejects.toMatchObject({ code: 'person-erased' })
    await expect(holon.feedback(id, 'comment', 'again')).rejects.toMatchObject({ code: 'person-erased' })
    expect((await holon.goals())[0]).toMatchObject({ n: 1, value: 1 })
  })
})

it('still reads decisions of a decision point it no longer has, and none of another system', async () => {
  const ports = { log: memoryLog(), vault: memoryVault() }
  const before = await opened(ports)
  const { id } = await before.decide('alarm', { risk: 0.9, area: 'north' })
  const without = defineSystem('alarms', { purpose: '', people: [], decisions: [], goals: [] })
  const after = await open(without, ports)
  expect((await after.record(id)).record.decision).toBe('alarm')
  await expect(after.replay(id)).rejects.toMatchObject({ code: 'snapshot-unknown' })
  const other = await open(
    defineSystem('others', { purpose: '', people: [], decisions: [], goals: [] }),
    ports,
  )
  await expect(other.record(id)).rejects.toMatchObject({ code: 'decision-id-invalid' })
})

it('tells its listeners of decisions and feedback after they are recorded, without sealed parts', async () => {
  const holon = await opened()
  const events: StreamEvent[] = []
  const stop = holon.subscribe((event) => events.push(event))
  const { id } = await holon.decide('alarm', { risk: 0.9, area: 'north' })
  await holon.feedback(id, 'useful', true)
  stop()
  await holon.feedback(id, 'useful', false)
  expect(events.map((event) => event.type)).toEqual(['decision', 'feedback'])
  expect(JSON.stringify(events)).not.toContain('sealed')
})

describe('over many decisions', () => {
  it('logs propensities that equal the drawn frequencies, through fallback and guardrail (100,000 draws)', async () => {
    const entries: DecisionEntry[] = []
    const sink = memoryLog()
    const holon = await opened({
      log: sink,
      random: seededRandom(20),
      models: { scorer: saying((risk) => (risk < 0.1 ? Number.NaN : risk)) },
    })
    const contexts = seededRandom(7)
    holon.subscribe((event) => event.type === 'decision' && entries.push(event.data))
    for (let i = 0; i < 100_000; i++) {
      const area = contexts.next() < 0.5 ? 'north' : 'south'
      await holon.decide('alarm', { risk: contexts.next(), area })
    }
    for (const group of ['fallback', 'south', 'north']) {
      const of = entries.filter((one) => (one.degraded ? 'fallback' : one.context.area) === group)
      const names = ['nothing', 'note', 'siren']
      const observed = names.map((name) => of.filter((one) => one.experience === name).length)
      const expected = names.map((name) => of.reduce((sum, one) => sum + (one.probabilities[name] ?? 0), 0))
      const possible = names.map((_, index) => index).filter((index) => (expected[index] ?? 0) > 0)
      for (const index of names.keys()) if (!possible.includes(index)) expect(observed[index]).toBe(0)
      if (possible.length < 2) continue
      const { pValue } = chiSquareFit(
        possible.map((i) => observed[i] ?? 0),
        possible.map((i) => expected[i] ?? 0),
      )
      expect(pValue).toBeGreaterThan(0.001)
    }
    expect(new Set(entries.map((one) => one.id)).size).toBe(100_000)
  })

  it('replays every decision of a 10,000-decision run to the bit', async () => {
    const holon = await opened({
      random: seededRandom(3),
      models: { scorer: saying((risk) => (risk < 0.05 ? Number.POSITIVE_INFINITY : risk)) },
    })
    const contexts = seededRandom(8)
    const ids: string[] = []
    for (let i = 0; i < 10_000; i++) {
      const area = contexts.next() < 0.5 ? 'north' : 'south'
      const subject = `p-${Math.floor(contexts.next() * 500)}`
      ids.push(
        (await holon.decide('alarm', { risk: contexts.next(), area }, { subject, episode: `e-${i}` })).id,
      )
    }
    let equal = 0
    for (const id of ids) if ((await holon.replay(id)).equal) equal++
    expect(equal).toBe(10_000)
  })

  it('does not call a changed record equal', async () => {
    const clock = virtualClock(start)
    const first = await opened({ clock, models: { scorer: saying(() => 0.9) } })
    const { id } = await first.decide('alarm', { risk: 0.9, area: 'north' })
    expect((await first.replay(id)).equal).toBe(true)
    let answer = 0.9
    const drifting = await opened({ clock, models: { scorer: saying(() => answer) } })
    const seen = await drifting.decide('alarm', { risk: 0.9, area: 'north' })
    answer = 0.9000000000000001
    const replayed = await drifting.replay(seen.id)
    expect(replayed.equal).toBe(false)
    expect(replayed.stages.find((stage) => !stage.equal)?.stage).toBe('predict')
  })
})
