import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { policy } from '../../decide/policies/custom.ts'
import { bag, epsilonGreedy, softmax, squareCB, thompson } from '../../decide/policies/explorers.ts'
import type { Registry } from '../../spec/ports.ts'
import type { DecisionEntry } from '../../spec/record.ts'
import { seededRandom } from '../../stats/random/seeded.ts'
import { chiSquareFit } from '../../stats/test/chi-square-fit.ts'
import { replayWith } from '../replay-with.ts'
import { careful, day, evenly, hour, live, notes, openNotes, ports } from './note.fixture.ts'

const busyOne = { busy: 0.95, place: 'home', diary: '' } as const
const idleOne = { busy: 0.05, place: 'home', diary: '' } as const

/** Evenly for a while, then everything has come that will. */
async function experienced(system = notes(), decisions = 600) {
  const kept = ports()
  const holon = await openNotes(system, kept)
  const ids = await live(holon, kept.clock, { decisions })
  kept.clock.advance(2 * day)
  return { holon, kept, ids }
}

const entryOf = async (holon: Awaited<ReturnType<typeof openNotes>>, id: string) =>
  (await holon.record(id)).record as DecisionEntry

describe('learn', () => {
  it('finds what helps whom, and puts it to work as a version that the snapshot names', async () => {
    const { holon, kept } = await experienced()
    const before = holon.document().snapshot
    const dry = await holon.learn('remind', { dry: true })
    expect(holon.document().snapshot).toBe(before)
    const made = await holon.learn('remind')
    expect(made).toEqual(dry)
    expect(made).toMatchObject({ version: 1, rows: 600, snapshot: before, range: [0, 1] })
    const snapshot = holon.document().snapshot
    expect(snapshot).not.toBe(before)
    const manifest = await kept.registry.get('snapshots', snapshot)
    expect(manifest?.value).toMatchObject({ learned: { remind: made.sha256 } })
    const slopes = Object.fromEntries(made.experiences.map((one) => [one.experience, one.slopes.busy ?? 0]))
    expect(slopes.note).toBeLessThan(0)
    expect(slopes.call).toBeGreaterThan(0)
    const [busy, idle] = [await holon.decide('remind', busyOne), await holon.decide('remind', idleOne)]
    const [called, noted] = [await entryOf(holon, busy.id), await entryOf(holon, idle.id)]
    expect(called.probabilities.call).toBeGreaterThan(0.9)
    expect(noted.probabilities.note).toBeGreaterThan(0.9)
    for (const one of [called, noted]) {
      expect(Math.min(...Object.values(one.probabilities))).toBeGreaterThanOrEqual(0.02 / 3 - 1e-12)
      expect(one.propensity).toBe(one.probabilities[one.experience])
    }
  })

  it('changes nothing where nothing new is known', async () => {
    const { holon } = await experienced()
    const first = await holon.learn('remind')
    const snapshot = holon.document().snapshot
    expect(await holon.learn('remind')).toEqual(first)
    expect(holon.document().snapshot).toBe(snapshot)
  })

  it('says that there is nothing to learn from, and who does not learn', async () => {
    const kept = ports()
    const holon = await openNotes(notes(), kept)
    await expect(holon.learn('remind')).rejects.toMatchObject({ code: 'data-invalid' })
    await live(holon, kept.clock, { decisions: 5 })
    await expect(holon.learn('remind')).rejects.toThrow(/of 5 decisions .* 5 wait/)
    await expect(holon.learn('remind', { variant: 'none' })).rejects.toMatchObject({ code: 'name-unknown' })
    await expect(holon.learn('other')).rejects.toMatchObject({ code: 'name-unknown' })
    const other = await openNotes(notes({}, true), ports())
    await expect(other.learn('remind')).rejects.toMatchObject({ code: 'input-invalid' })
  })

  it('learns by public fields only', async () => {
    const { holon } = await experienced()
    const { experiences } = await holon.learn('remind')
    expect(Object.keys(experiences[0]?.slopes ?? {})).toEqual(['prediction', 'busy', 'place=library'])
    const asked = await experienced(notes({ features: ['busy', 'diary'] }))
    await expect(asked.holon.learn('remind')).rejects.toThrow('not public')
  })
})

describe('rewards that come late', () => {
  const learned = async (after: number) => {
    const kept = ports()
    const holon = await openNotes(notes(), kept)
    await live(holon, kept.clock, { decisions: 300, after })
    kept.clock.advance(2 * day)
    return holon.learn('remind')
  }

  it('teach the same as those that come at once', async () => {
    const [soon, late] = [await learned(0), await learned(23 * hour)]
    expect(late.experiences).toEqual(soon.experiences)
    expect(late.sha256).toBe(soon.sha256)
  })

  it('teach nothing before their window is over, also where they have come', async () => {
    const kept = ports()
    const holon = await openNotes(notes(), kept)
    await live(holon, kept.clock, { decisions: 100 })
    // The first 40 are older than a day now.
    kept.clock.advance(day - 60 * 60_000)
    const { rows, left } = await holon.learn('remind')
    expect([rows, left.waiting]).toEqual([40, 60])
  })

  it('teach the default where none came, and where one was taken back', async () => {
    const { holon, ids, kept } = await experienced(notes(), 200)
    const helped = async () => {
      const { experiences } = await holon.learn('remind', { dry: true })
      return experiences.reduce((sum, one) => sum + one.expected * one.rows, 0)
    }
    const before = await helped()
    for (const id of ids) await holon.retract(id as Parameters<typeof holon.retract>[0], 'helped')
    expect(await helped()).toBeLessThan(1e-9)
    expect(before).toBeGreaterThan(20)
    expect(kept.clock.now()).toBeGreaterThan(0)
  })
})

describe('importance', () => {
  /** Notes help those who are very busy, and mostly they are given them; it learns without knowing who is busy. */
  const expectedOfNotes = async (importance: number) => {
    const until = policy<number, 'nothing' | 'note' | 'call'>('to the busy', (_said, context) =>
      z.object({ busy: z.number() }).parse(context).busy > 0.8
        ? { note: 0.9, nothing: 0.1 }
        : { note: 0.1, nothing: 0.9 },
    )
    const kept = ports()
    const holon = await openNotes(notes({ until, importance, features: ['place'] }), kept)
    const world = seededRandom('importance')
    for (let i = 0; i < 1500; i++) {
      const busy = world.next()
      const { id, experience } = await holon.decide('remind', { busy, place: 'home', diary: '' })
      if (experience === 'note' && busy > 0.8) await holon.feedback(id, 'helped', true)
    }
    kept.clock.advance(2 * day)
    const { experiences } = await holon.learn('remind')
    return experiences.find((one) => one.experience === 'note')?.expected
  }

  it('fits everybody, not those who were mostly given the experience', async () => {
    // Of all, 0.2 are very busy; of those who were given a note, 0.18 / (0.18 + 0.08).
    expect(await expectedOfNotes(1)).toBeCloseTo(0.69, 1)
    expect(await expectedOfNotes(20)).toBeCloseTo(0.2, 1)
  })
})

describe('replay', () => {
  it.each([squareCB(), epsilonGreedy(), softmax(), bag(), thompson()])(
    'is equal to the bit after later learning and a restart: $kind',
    async (explore) => {
      const { holon, kept, ids } = await experienced(notes({ explore }), 200)
      await holon.learn('remind')
      const second = await live(holon, kept.clock, { decisions: 60, seed: 'later' })
      kept.clock.advance(2 * day)
      await holon.learn('remind')
      const third = await live(holon, kept.clock, { decisions: 20, seed: 'last' })
      await holon.close()
      const again = await openNotes(notes({ explore }), kept)
      const snapshots = new Set<string>()
      for (const id of [...ids.slice(0, 5), ...second, ...third]) {
        const { equal, snapshot } = await again.replay(id)
        expect(equal).toBe(true)
        snapshots.add(snapshot)
      }
      expect(snapshots.size).toBe(3)
    },
  )
})

it('hands what was learned to the code of another snapshot, so that it replays there', async () => {
  const { holon, kept } = await experienced(notes(), 200)
  await holon.learn('remind')
  const [id = ''] = await live(holon, kept.clock, { decisions: 1, seed: 'later' })
  const changed = await openNotes(notes({ least: 0.5 }), {
    ...kept,
    replayElsewhere: (_manifest, record, learned) =>
      replayWith(notes(), kept.models, record, {}, { learned }),
  })
  expect(await changed.replay(id)).toMatchObject({ id, equal: true })
})

describe('what was damaged', () => {
  it('is refused whole; the policy named in `until` decides until it learns again', async () => {
    const { holon, kept } = await experienced(notes({ until: careful }))
    const { sha256 } = await holon.learn('remind')
    await holon.close()
    const registry: Registry = {
      ...kept.registry,
      getArtefact: async (name) => {
        const bytes = await kept.registry.getArtefact(name)
        if (name === sha256 && bytes !== undefined) bytes[40] = (bytes[40] ?? 0) ^ 1
        return bytes
      },
    }
    const again = await openNotes(notes({ until: careful }), { ...kept, registry })
    expect(again.problems()[0]).toContain('its content is not what its name says')
    const { id } = await again.decide('remind', idleOne)
    expect((await entryOf(again, id)).probabilities).toEqual({ nothing: 1 })
    expect((await again.learned('remind')).problem).toContain('its content')
    // The same rows, and yet another artefact.
    expect(await again.learn('remind')).toMatchObject({ version: 2, rows: 600 })
    expect(again.problems()).toEqual([])
  })

  it('rests where another reward is declared now', async () => {
    const { holon, kept } = await experienced()
    await holon.learn('remind')
    const again = await openNotes(notes({ reward: 'helped more' }), kept)
    expect(again.problems()[0]).toContain('for the reward "helped"')
  })
})

describe('what is logged', () => {
  it.each([
    squareCB({ gamma: 4 }),
    epsilonGreedy({ epsilon: 0.3 }),
    softmax(),
    bag(),
    thompson({ scale: 4 }),
  ])('is the probability with which it is drawn: $kind', async (explore) => {
    const { holon, kept } = await experienced(notes({ explore, until: evenly }), 300)
    await holon.learn('remind')
    const ids = await live(holon, kept.clock, { decisions: 1500, seed: 'drawn' })
    const entries = await Promise.all(ids.map((id) => entryOf(holon, id)))
    // Over decisions of all kinds: how often each was met, and how often by bins of its probability.
    const counts = { drawn: new Array<number>(12).fill(0), expected: new Array<number>(12).fill(0) }
    for (const { probabilities, experience } of entries) {
      for (const [name, p] of Object.entries(probabilities)) {
        const bin = Math.min(9, Math.floor(p * 10))
        counts.drawn[bin] = (counts.drawn[bin] ?? 0) + Number(name === experience)
        counts.expected[bin] = (counts.expected[bin] ?? 0) + p
      }
    }
    const used = counts.expected.flatMap((of, i) => (of >= 5 ? [i] : []))
    const { pValue } = chiSquareFit(
      used.map((i) => counts.drawn[i] ?? 0),
      used.map((i) => counts.expected[i] ?? 0),
    )
    expect(pValue).toBeGreaterThan(0.001)
    expect(entries.some(({ interventions }) => interventions.length > 0)).toBe(true)
    for (const { context, probabilities } of entries)
      if (context.place === 'library') expect(probabilities).not.toHaveProperty('call')
  })
})

describe('an apprentice', () => {
  it('never acts, and says what it would have done and with what probability', async () => {
    const [kept, plain] = [ports(), ports()]
    const system = notes({ apprentice: true })
    const holon = await openNotes(system, kept)
    await live(holon, kept.clock, { decisions: 400 })
    kept.clock.advance(2 * day)
    await holon.learn('remind')
    const ids = await live(holon, kept.clock, { decisions: 400, seed: 'later' })
    const other = await openNotes(notes(), plain)
    await live(other, plain.clock, { decisions: 400 })
    plain.clock.advance(2 * day)
    const others = await live(other, plain.clock, { decisions: 400, seed: 'later' })
    for (const [i, id] of ids.entries()) {
      const [entry, alone] = [await entryOf(holon, id), await entryOf(other, others[i] ?? '')]
      expect(entry.experience).toBe(alone.experience)
      expect(entry.probabilities).toEqual(alone.probabilities)
      expect(alone.apprentice).toBeUndefined()
      const said = Object.values(entry.apprentice?.probabilities ?? {})
      expect(said.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12)
      if (i < 20) expect((await holon.replay(id)).equal).toBe(true)
    }
    kept.clock.advance(2 * day)
    const { apprentice, learned, isApprentice } = await holon.learned('remind')
    expect([isApprentice, learned?.version, apprentice?.decisions]).toEqual([true, 1, 400])
    expect(apprentice?.agreement.value).toBeCloseTo(1 / 3, 1)
    // Evenly: a mean of 0.1, 0.45 and 0.5, less what libraries cost. Whoever knows gets about 0.6.
    const { evaluation, logged } = apprentice ?? {}
    expect(evaluation?.verdict).not.toBe('refused')
    expect(evaluation?.difference.interval?.[0]).toBeGreaterThan(0)
    expect(evaluation?.value).toBeGreaterThan((logged?.value ?? 1) + 0.1)
  })
})

it('is not known to be better where nobody ever tried what it would do', async () => {
  const { holon, kept } = await experienced(notes({ apprentice: true, until: careful }))
  await holon.learn('remind')
  await live(holon, kept.clock, { decisions: 200, seed: 'later' })
  kept.clock.advance(2 * day)
  const { apprentice } = await holon.learned('remind')
  expect(apprentice?.evaluation?.verdict).toBe('refused')
})

describe('two processes', () => {
  it('follow each other in what was learned', async () => {
    const { holon, kept } = await experienced()
    const other = await openNotes(notes(), {
      ...kept,
      registry: { ...kept.registry, watch: () => () => undefined },
    })
    const { sha256 } = await holon.learn('remind')
    expect(other.document().snapshot).not.toBe(holon.document().snapshot)
    expect((await other.learned('remind')).learned?.sha256).toBe(sha256)
    expect(other.document().snapshot).toBe(holon.document().snapshot)
    expect(await other.learn('remind')).toMatchObject({ version: 1 })
  })

  it('do not overwrite each other', async () => {
    const { holon, kept } = await experienced()
    const [one, two] = [await openNotes(notes(), kept), await openNotes(notes(), kept)]
    const both = await Promise.allSettled([one.learn('remind'), two.learn('remind')])
    const done = both.flatMap((of) => (of.status === 'fulfilled' ? [of.value.version] : []))
    expect(done).toContain(1)
    expect((await holon.learned('remind')).learned?.version).toBe(1)
  })
})

describe('off-policy', () => {
  it('tells what a learned policy would have done, and that it judged by what it had learned', async () => {
    const { holon, kept } = await experienced(notes({ apprentice: true }))
    const ask = (from?: number) =>
      holon.offPolicy('remind', {
        policies: [{ learned: true }, { always: 'nothing' }],
        reward: 'helped',
        ...(from !== undefined && { from }),
      })
    await expect(ask()).rejects.toMatchObject({ code: 'input-invalid' })
    const { until } = await holon.learn('remind')
    const own = (await ask()).policies[0]
    expect(own?.rules.find(({ rule }) => rule === 'not-learned-from')?.words).toContain('100 %')
    expect(own?.verdict).toBe('weak')
    await live(holon, kept.clock, { decisions: 600, seed: 'later' })
    kept.clock.advance(2 * day)
    const [learned, nothing] = (await ask(until + 1)).policies
    expect(learned).toMatchObject({ name: 'learned', verdict: 'known' })
    expect(learned?.value ?? 0).toBeGreaterThan((nothing?.value ?? 1) + 0.3)
    expect(learned?.shares.nothing).toBeLessThan(0.1)
  })
})

describe('by the clock', () => {
  it('learns as often as declared, once there is something to learn from', async () => {
    const kept = ports()
    const system = notes({ every: '6 hours' })
    const holon = await openNotes(system, kept)
    await live(holon, kept.clock, { decisions: 50 })
    const settle = () => new Promise((resolve) => setTimeout(resolve, 20))
    for (let i = 0; i < 6; i++) {
      kept.clock.advance(6 * hour)
      await settle()
    }
    expect(holon.problems()).toEqual([])
    expect((await holon.learned('remind')).learned).toMatchObject({ version: 1, rows: 50 })
    await holon.close()
    expect(kept.clock.due()).toBeUndefined()

    kept.clock.advance(30 * day)
    const again = await openNotes(system, kept)
    expect(kept.clock.due()).toBe(kept.clock.now() + 60_000)
    await again.close()
  })
})

describe('a variant', () => {
  it('learns beside the declared policy, and acts in its arm only', async () => {
    const kept = ports()
    const holon = await openNotes(notes({}, true), kept)
    await holon.startFlight({
      ...{ name: 'learning', about: 'Learning helps.', decision: 'remind', share: 1 },
      arms: { careful: {}, learning: { variant: 'learning' } },
      ...{ by: 'somebody', reason: 'to see' },
    })
    const early = await live(holon, kept.clock, { decisions: 300 })
    kept.clock.advance(2 * day)
    expect(await holon.learn('remind', { variant: 'learning' })).toMatchObject({ variant: 'learning' })
    const ids = await live(holon, kept.clock, { decisions: 100, seed: 'later' })
    const entries = await Promise.all(ids.map((id) => entryOf(holon, id)))
    for (const { arms, probabilities } of entries) {
      if (arms.learning === 'careful') expect(Object.values(probabilities)).toEqual([1])
      else expect(Math.max(...Object.values(probabilities))).toBeLessThan(1)
    }
    for (const id of [...early.slice(0, 10), ...ids.slice(0, 10)])
      expect((await holon.replay(id)).equal).toBe(true)
  })
})
