import { describe, expect, it } from 'vitest'
import type { FlightRequest, Judge } from '../../spec/flight.ts'
import type { DecisionEntry, EventEntry } from '../../spec/record.ts'
import { openLamps, portsOfLamps, watching, wording } from './lamp.fixture.ts'

const signed = { by: 'a tester', reason: 'to see' }
const hall = { dusk: 0.6, room: 'hall' } as const
const north = (field: string) =>
  ({
    op: 'compare',
    by: 'eq',
    left: { op: 'context', path: [field] },
    right: { op: 'literal', value: 'hall' },
  }) as const

type Lamps = Awaited<ReturnType<typeof openLamps>>

/** Arms of a flight over people, in one decision each. */
async function armsOf(holon: Lamps, flight: string, count = 60): Promise<(string | undefined)[]> {
  const arms: (string | undefined)[] = []
  for (let i = 0; i < count; i++) {
    arms.push((await holon.decide('lamp', hall, { subject: `p${i}` })).arms[flight])
  }
  return arms
}

describe('a flight', () => {
  it('gives people their arm, and the arm its words; everybody else what is declared', async () => {
    const holon = await openLamps()
    await holon.startFlight(wording({ share: 0.5 }))
    const words = new Map<string, Set<string>>()
    for (let i = 0; i < 300; i++) {
      const { text, arms, experience } = await holon.decide('lamp', hall, { subject: `p${i}` })
      if (experience !== 'glow' || text === undefined) continue
      const arm = arms.words ?? 'outside'
      words.set(arm, (words.get(arm) ?? new Set()).add(text))
    }
    expect(Object.fromEntries(words)).toEqual({
      outside: new Set(['It is getting dark.']),
      plain: new Set(['It is getting dark.']),
      calm: new Set(['Evening.']),
    })
  })

  it('is sticky, survives a restart, and is signed in the log', async () => {
    const kept = portsOfLamps()
    const first = await openLamps(kept)
    const made = await first.startFlight(wording())
    expect(made).toMatchObject({
      unit: 'person',
      counts: 'decided',
      state: 'running',
      places: [{ from: 0, to: 1 }],
      arms: [
        { name: 'plain', share: 0.5 },
        { name: 'calm', share: 0.5, variant: 'calm' },
      ],
      steps: [{ did: 'start', share: 1, ...signed }],
    })
    const before = await armsOf(first, 'words')
    expect(new Set(before)).toEqual(new Set(['plain', 'calm']))
    await first.close()
    const holon = await openLamps(kept)
    expect(holon.flights()).toEqual([made])
    expect(await armsOf(holon, 'words')).toEqual(before)
    const entries = (await kept.log.read(0, 1000)).map(({ entry }) => entry)
    expect(entries.filter((one): one is EventEntry => one.kind === 'event')).toMatchObject([
      { name: 'flight-started', details: { flight: 'words', decision: 'lamp', share: 1, ...signed } },
    ])
  })

  it('keeps those who are in it when it is ramped, and takes all out when it is stopped', async () => {
    const kept = portsOfLamps()
    const holon = await openLamps(kept)
    await holon.startFlight(wording({ share: 0.2 }))
    const few = await armsOf(holon, 'words', 200)
    await holon.rampFlight('words', { share: 0.7, ...signed })
    const more = await armsOf(holon, 'words', 200)
    expect(few.every((arm, i) => arm === undefined || arm === more[i])).toBe(true)
    expect(more.filter((arm) => arm !== undefined).length).toBeGreaterThan(110)
    await holon.rampFlight('words', { share: 0.2, ...signed })
    expect(await armsOf(holon, 'words', 200)).toEqual(few)
    const over = await holon.stopFlight('words', signed)
    expect(over).toMatchObject({ state: 'stopped', share: 0, places: [] })
    expect(over.steps.map((one) => [one.did, one.share])).toEqual([
      ['start', 0.2],
      ['ramp', 0.7],
      ['ramp', 0.2],
      ['stop', 0],
    ])
    expect(new Set(await armsOf(holon, 'words'))).toEqual(new Set([undefined]))
    await expect(holon.rampFlight('words', { share: 0.5, ...signed })).rejects.toMatchObject({
      code: 'flight-conflict',
    })
  })

  it('can keep an arm, for everybody, without counting them any longer', async () => {
    const holon = await openLamps({ random: { next: () => 0.99 } })
    await holon.startFlight(wording({ arms: { plain: {}, weak: { variant: 'weak' } } }))
    expect(await holon.stopFlight('words', { keep: 'weak', ...signed })).toMatchObject({
      state: 'kept',
      kept: 'weak',
    })
    const seen = await holon.decide('lamp', { dusk: 0.9, room: 'hall' })
    expect(seen).toMatchObject({ experience: 'beam', parameters: { watts: 10 }, arms: {} })
    await expect(holon.stopFlight('words', { keep: 'weak', ...signed })).rejects.toMatchObject({
      code: 'flight-conflict',
    })
    expect(await holon.stopFlight('words', signed)).toMatchObject({ state: 'stopped' })
    expect(await holon.decide('lamp', { dusk: 0.9, room: 'hall' })).toMatchObject({
      parameters: { watts: 40 },
    })
  })

  it('is crossed as one declaration: model and words, four arms', async () => {
    const holon = await openLamps()
    const { arms, factors } = await holon.startFlight({
      ...wording(),
      arms: undefined as never,
      factors: {
        model: { own: {}, bought: { model: 'bought' } },
        words: { plain: {}, calm: { variant: 'calm' } },
      },
    })
    expect(factors).toEqual(['model', 'words'])
    expect(arms).toEqual([
      { name: 'own-plain', share: 0.25, levels: { model: 'own', words: 'plain' } },
      { name: 'own-calm', share: 0.25, levels: { model: 'own', words: 'calm' }, variant: 'calm' },
      { name: 'bought-plain', share: 0.25, levels: { model: 'bought', words: 'plain' }, model: 'bought' },
      {
        name: 'bought-calm',
        share: 0.25,
        levels: { model: 'bought', words: 'calm' },
        model: 'bought',
        variant: 'calm',
      },
    ])
    const met = new Map<string | undefined, unknown>()
    for (let i = 0; i < 60; i++) {
      const { id, arms } = await holon.decide('lamp', { dusk: 0.9, room: 'hall' }, { subject: `p${i}` })
      const { record } = await holon.record(id)
      met.set(arms.words, [record.predictions[0]?.version, record.predictions[0]?.value, record.cost])
      expect((await holon.replay(id)).equal).toBe(true)
    }
    expect(met.get('own-plain')).toEqual(['1', 0.9, 0.25])
    expect(met.get('own-calm')).toEqual(['1', 0.9, 0.25])
    expect(met.get('bought-plain')).toEqual(['9', expect.closeTo(0.1), 2.25])
    expect(met.get('bought-calm')).toEqual(['9', expect.closeTo(0.1), 2.25])
  })

  it('takes those among whom it is', async () => {
    const holon = await openLamps()
    await holon.startFlight(wording({ among: north('room') }))
    expect((await holon.decide('lamp', hall, { subject: 'p' })).arms).toHaveProperty('words')
    expect((await holon.decide('lamp', { ...hall, room: 'attic' }, { subject: 'p' })).arms).toEqual({})
    expect((await holon.decide('lamp', hall)).arms).toEqual({})
    expect((await holon.decide('door', {}, { subject: 'p' })).arms).toEqual({})
  })

  it('by episode and by decision goes by these', async () => {
    const holon = await openLamps()
    await holon.startFlight(wording({ name: 'sessions', unit: 'episode' }))
    await holon.startFlight(
      wording({ name: 'each', unit: 'decision', arms: { a: {}, b: { variant: 'eager' } } }),
    )
    const seen = { sessions: new Set<string | undefined>(), each: new Set<string | undefined>() }
    for (let i = 0; i < 40; i++) {
      const { arms } = await holon.decide('lamp', hall, { subject: `p${i}`, episode: 'e' })
      seen.sessions.add(arms.sessions)
      seen.each.add(arms.each)
    }
    expect(seen.sessions.size).toBe(1)
    expect(seen.each).toEqual(new Set(['a', 'b']))
    const { arms } = await holon.decide('lamp', hall, { subject: 'p' })
    expect(Object.keys(arms)).toEqual(['each'])
  })

  it('is followed by another process on the same registry', async () => {
    const kept = portsOfLamps()
    const [here, there] = [await openLamps(kept), await openLamps(kept)]
    await here.startFlight(wording())
    await expect.poll(() => there.flights().length).toBe(1)
    await expect
      .poll(async () => (await there.decide('lamp', hall, { subject: 'p' })).arms)
      .toEqual((await here.decide('lamp', hall, { subject: 'p' })).arms)
    // What one has not heard of yet it reads before it changes anything.
    const both = [
      wording({ name: 'a', layer: 'l', share: 0.6 }),
      wording({ name: 'b', layer: 'l', share: 0.6 }),
    ]
    await here.stopFlight('words', signed)
    const started = await Promise.allSettled([
      here.startFlight(both[0] as FlightRequest),
      there.startFlight(both[1] as FlightRequest),
    ])
    expect(started.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('rests where the code cannot do it any more, and says so', async () => {
    const kept = portsOfLamps()
    const first = await openLamps(kept)
    await first.startFlight(wording({ arms: { own: {}, bought: { model: 'bought' } } }))
    await first.close()
    const holon = await openLamps({ ...kept, versions: {} })
    expect((await holon.decide('lamp', hall, { subject: 'p' })).arms).toEqual({})
    expect(holon.problems()).toEqual([expect.stringMatching(/"words" rests.*"bought"/)])
    expect(holon.assigning().flights).toEqual([])
  })
})

describe('a holdout', () => {
  it('keeps its people from all flights and from what they kept, and counts everybody else', async () => {
    const holon = await openLamps({ random: { next: () => 0.99 } })
    await holon.startFlight(wording({ arms: { plain: {}, weak: { variant: 'weak' } } }))
    await holon.stopFlight('words', { keep: 'weak', ...signed })
    await holon.startFlight(
      wording({ name: 'policy', arms: { plain: {}, eager: { variant: 'eager' } }, share: 0.5 }),
    )
    const { decision: _, arms: __, ...whole } = wording()
    await holon.startFlight({ ...whole, name: 'holdout', holdout: true, share: 0.3 })
    const seen = new Map<string, number>()
    for (let i = 0; i < 400; i++) {
      const { arms, parameters, experience } = await holon.decide(
        'lamp',
        { dusk: 0.9, room: 'hall' },
        { subject: `p${i}` },
      )
      const watts = experience === 'beam' ? (parameters as { watts: number }).watts : 0
      const what = `${arms.holdout} ${'policy' in arms} ${watts}`
      seen.set(what, (seen.get(what) ?? 0) + 1)
    }
    expect([...seen.keys()].sort()).toEqual(['held false 40', 'open false 10', 'open true 10'])
    expect(seen.get('held false 40')).toBeGreaterThan(80)
    expect(seen.get('held false 40')).toBeLessThan(160)
    const elsewhere = await holon.decide('door', {}, { subject: 'p0' })
    expect(elsewhere.arms).toHaveProperty('holdout')
    await expect(holon.rampFlight('holdout', { share: 0.4, ...signed })).rejects.toMatchObject({
      code: 'flight-conflict',
    })
    await expect(holon.stopFlight('holdout', { keep: 'held', ...signed })).rejects.toMatchObject({
      code: 'flight-conflict',
    })
  })
})

describe('a flight is refused', () => {
  const sequential = (more: object): Judge => ({ method: 'group-sequential', units: 900, looks: 3, ...more })
  const refused: readonly [string, string, Partial<FlightRequest>][] = [
    ['over an unknown decision', 'name-unknown', { decision: 'lump' }],
    ['without a decision', 'input-invalid', { decision: undefined as never }],
    ['with an unknown variant', 'name-unknown', { arms: { a: {}, b: { variant: 'claim' } } }],
    ['with an unknown version', 'name-unknown', { arms: { a: {}, b: { model: 'rented' } } }],
    ['with a version of no model', 'input-invalid', { decision: 'door', arms: { a: {}, b: { model: 'x' } } }],
    ['with an unknown experience', 'name-unknown', { arms: { a: {}, b: { experiences: { fire: {} } } } }],
    [
      'with a utility that is no number',
      'input-invalid',
      { arms: { a: {}, b: { experiences: { glow: { right: Number.NaN } } } } },
    ],
    ['for an unknown goal', 'name-unknown', { main: 'usefull' }],
    ['with an unknown guard', 'name-unknown', { guards: ['usefull'] }],
    ['with a margin of an unknown goal', 'name-unknown', { margins: { usefull: 0.01 } }],
    ['with a margin of nothing', 'input-invalid', { margins: { useful: 0 } }],
    ['with one arm', 'input-invalid', { arms: { a: {} } }],
    ['with no arms', 'input-invalid', { arms: undefined as never }],
    ['with arms and factors', 'input-invalid', { factors: { a: { b: {}, c: {} } } }],
    ['with a weight of nothing', 'input-invalid', { arms: { a: {}, b: { weight: 0 } } }],
    ['with a name for no address', 'input-invalid', { name: 'calm words' }],
    ['with an arm of no name', 'input-invalid', { arms: { a: {}, 'b/c': {} } }],
    ['for nobody', 'input-invalid', { share: 0 }],
    ['for more than everybody', 'input-invalid', { share: 1.1 }],
    ['for not a number', 'input-invalid', { share: Number.NaN }],
    ['with a misspelt word', 'input-invalid', { shares: 1 } as object],
    ['that leaves out a guardrail', 'input-invalid', { arms: { a: {}, b: { guardrails: [] } as object } }],
    ['by an unknown unit', 'input-invalid', { unit: 'house' as never }],
    ['that counts otherwise', 'input-invalid', { counts: 'seen' as never }],
    ['judged by a guess', 'input-invalid', { judge: { method: 'guess' } as never }],
    ['judged once, nobody knows when', 'input-invalid', { judge: { method: 'fixed' } as never }],
    [
      'judged at half a unit',
      'input-invalid',
      { judge: { method: 'group-sequential', units: 0.5, looks: 3 } },
    ],
    ['judged at one of several looks', 'input-invalid', { judge: sequential({ looks: 1 }) }],
    ['judged all the time', 'input-invalid', { judge: sequential({ looks: 21 }) }],
    ['spending its error at will', 'input-invalid', { judge: sequential({ spending: 'all' as never }) }],
    [
      'judged by words of another way',
      'input-invalid',
      { judge: { method: 'fixed', units: 9, looks: 2 } as never },
    ],
    ['judged without a prior', 'input-invalid', { judge: { method: 'bayesian' } as never }],
    [
      'judged by a prior that is sure',
      'input-invalid',
      { judge: { method: 'bayesian', prior: { deviation: 0 } } },
    ],
    ['without what it is about', 'input-invalid', { about: undefined as never }],
    ['without who stands for it', 'input-invalid', { by: ' ' }],
    ['among people by what is private', 'input-invalid', { among: north('dusk') }],
    ['among people by what is not known yet', 'input-invalid', { among: { op: 'degraded' } }],
    [
      'as a holdout with a decision',
      'input-invalid',
      { holdout: true, arms: undefined as never, share: 0.1 },
    ],
    ['as a holdout with arms', 'input-invalid', { holdout: true, decision: undefined as never, share: 0.1 }],
  ]
  it.each(refused)('%s', async (_, code, init) => {
    const holon = await openLamps()
    await expect(holon.startFlight(wording(init))).rejects.toMatchObject({ code })
    expect(holon.flights()).toEqual([])
  })

  it('whose factors change the same', async () => {
    const holon = await openLamps()
    const factors = { a: { x: {}, y: { variant: 'calm' } }, b: { x: {}, y: { variant: 'weak' } } }
    await expect(
      holon.startFlight({ ...wording(), arms: undefined as never, factors }),
    ).rejects.toMatchObject({ code: 'input-invalid', message: expect.stringContaining('the variant') })
  })

  it('where another stands in the way', async () => {
    const holon = await openLamps()
    const conflict = (init: Partial<FlightRequest>, words: RegExp) =>
      expect(holon.startFlight(wording(init))).rejects.toMatchObject({
        code: 'flight-conflict',
        message: expect.stringMatching(words),
      })
    await holon.startFlight(wording({ layer: 'speech', share: 0.6 }))
    await conflict({}, /before/)
    await conflict({ name: 'again' }, /experience "glow"/)
    await conflict({ name: 'again', layer: 'speech' }, /100 %.*40 %/)
    await conflict({ name: 'again', layer: 'speech', share: 0.2, unit: 'episode' }, /by person/)
    await holon.startFlight(wording({ name: 'again', layer: 'speech', share: 0.4 }))
    await holon.startFlight(wording({ name: 'policy', arms: { a: {}, b: { variant: 'eager' } } }))
    await expect(holon.rampFlight('again', { share: 0.5, ...signed })).rejects.toMatchObject({
      code: 'flight-conflict',
    })
    await expect(holon.stopFlight('words', { keep: 'calm', ...signed })).rejects.toMatchObject({
      code: 'flight-conflict',
      message: expect.stringContaining('"again"'),
    })
    await holon.stopFlight('again', signed)
    await holon.stopFlight('words', { keep: 'calm', ...signed })
    await conflict({ name: 'later' }, /"words" kept/)
    await expect(holon.stopFlight('nowhere', signed)).rejects.toMatchObject({ code: 'name-unknown' })
  })
})

describe('replay', () => {
  it('equals to the bit while the flight runs, after a ramp, once it is over, and after another start', async () => {
    const kept = portsOfLamps()
    const holon = await openLamps(kept)
    const plain = await holon.decide('lamp', hall, { subject: 'p' })
    await holon.startFlight(wording({ arms: { a: {}, b: { variant: 'eager' } }, share: 0.6 }))
    const { decision: _, arms: __, ...whole } = wording()
    await holon.startFlight({ ...whole, name: 'holdout', holdout: true, share: 0.3 })
    const ids = [plain.id]
    const take = async () => {
      for (let i = 0; i < 30; i++) {
        const context = { dusk: i / 30, room: i % 3 === 0 ? 'attic' : 'hall' } as const
        ids.push((await holon.decide('lamp', context, { subject: `p${i}` })).id)
      }
      ids.push((await holon.decide('lamp', { dusk: 13, room: 'hall' }, { subject: 'p' })).id)
    }
    await take()
    await holon.rampFlight('policies', { share: 1, ...signed }).catch(() => undefined)
    await holon.rampFlight('words', { share: 1, ...signed })
    await take()
    await holon.stopFlight('words', { keep: 'b', ...signed })
    await take()
    await holon.stopFlight('holdout', signed)
    await holon.tune({ decision: 'lamp', experiences: { glow: { right: 3 } }, ...signed })
    await take()
    for (const id of ids) expect((await holon.replay(id)).equal).toBe(true)
    await holon.close()
    const again = await openLamps(kept)
    for (const id of ids) expect((await again.replay(id)).equal).toBe(true)
    const changed = await openLamps({ ...kept, models: { watcher: watching('2', () => 0.5) } })
    await expect(changed.replay(ids[1] ?? '')).rejects.toMatchObject({ code: 'snapshot-unknown' })
  })
})

describe('arms compared', () => {
  const entryOf = async (
    holon: Lamps,
    init: Parameters<typeof wording>[0],
    context: typeof hall | object,
  ) => {
    await holon.startFlight(wording(init))
    const { id } = await holon.decide('lamp', context as typeof hall, { subject: 'p' })
    return (await holon.record(id)).record as DecisionEntry
  }

  it('are alike where everything that could be met is the same', async () => {
    const arms = { a: {}, weak: { variant: 'weak' } }
    expect((await entryOf(await openLamps(), { arms }, { dusk: 0.9, room: 'attic' })).alike).toEqual([
      'words',
    ])
    expect((await entryOf(await openLamps(), { arms }, { dusk: 0.9, room: 'hall' })).alike).toBeUndefined()
  })

  it('are not alike where words or probabilities differ', async () => {
    expect((await entryOf(await openLamps(), {}, hall)).alike).toBeUndefined()
    const eager = { a: {}, b: { variant: 'eager' } }
    expect((await entryOf(await openLamps(), { arms: eager }, hall)).alike).toBeUndefined()
  })

  it('are alike where the model is broken, and all fall back', async () => {
    const arms = { a: {}, b: { variant: 'eager' } }
    const entry = await entryOf(await openLamps(), { arms }, { dusk: 13, room: 'hall' })
    expect(entry).toMatchObject({ alike: ['words'], marginal: 1, cost: 0.25 })
  })

  it('are not known to be alike with another model, which is not asked', async () => {
    let asked = 0
    const bought = watching('9', (dusk) => {
      asked += 1
      return dusk
    })
    const holon = await openLamps({ versions: { watcher: { bought } } })
    await holon.startFlight(wording({ arms: { own: {}, bought: { model: 'bought' } } }))
    let inBought = 0
    for (let i = 0; i < 20; i++) {
      const { id, arms } = await holon.decide('lamp', hall, { subject: `p${i}` })
      inBought += Number(arms.words === 'bought')
      const { record } = await holon.record(id)
      expect(record).not.toHaveProperty('alike')
      expect(record).not.toHaveProperty('marginal')
    }
    expect(asked).toBe(inBought)
  })

  it('a parameter that does not fit leads to the fallback in that arm, and counts in the marginal', async () => {
    const arms = { a: {}, b: { variant: 'untold', weight: 3 } }
    const holon = await openLamps()
    await holon.startFlight(wording({ arms }))
    const probabilities = { a: { beam: 0.8, dark: 0.1, glow: 0.1 }, b: { beam: 0, dark: 0.9, glow: 0.1 } }
    const met = new Set<string>()
    for (let i = 0; i < 80; i++) {
      const { id } = await holon.decide('lamp', { dusk: 0.9, room: 'hall' }, { subject: `p${i}` })
      const { record } = await holon.record(id)
      const arm = record.arms.words as 'a' | 'b'
      const experience = record.experience as 'beam' | 'dark' | 'glow'
      met.add(`${arm} ${experience}`)
      expect(record.propensity).toBeCloseTo(probabilities[arm][experience], 12)
      const { a, b } = probabilities
      expect(record.marginal).toBeCloseTo(0.25 * a[experience] + 0.75 * b[experience], 12)
    }
    expect([...met].sort()).toEqual(expect.arrayContaining(['a beam', 'b dark', 'b glow']))
  })
})
