import fc from 'fast-check'
import { expect, it } from 'vitest'
import { memoryLog, memoryRegistry, memoryVault, virtualClock } from '../memory/index.ts'
import { open } from './open.ts'
import { fallen, sensing, watch } from './watch.fixture.ts'

/** What may happen around an episode, in any order. Places are taken modulo the number of decisions there are. */
type Happening =
  | { readonly kind: 'time'; readonly seconds: number }
  | { readonly kind: 'feedback'; readonly name: Name; readonly value: boolean; readonly place: number }
  | { readonly kind: 'decide'; readonly stillness: number }
  | { readonly kind: 'restart'; readonly after: number }

type Name = 'fine' | 'needsHelp' | 'seen'

const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({ kind: fc.constant('time' as const), seconds: fc.integer({ min: 0, max: 100 }) }),
  fc.record({
    kind: fc.constant('feedback' as const),
    name: fc.constantFrom<Name>('fine', 'needsHelp', 'needsHelp', 'seen', 'seen'),
    value: fc.boolean(),
    place: fc.nat(),
  }),
  fc.record({ kind: fc.constant('decide' as const), stillness: fc.constantFrom(0.9, 1) }),
  fc.record({ kind: fc.constant('restart' as const), after: fc.integer({ min: 0, max: 200 }) }),
)

const waits = [30, 120]
const ladder = ['ask', 'call', 'emergency']

/** The ladder of one episode as simply as it can be said; times in seconds. */
class Simple {
  readonly met: { readonly experience: string; readonly step?: number }[] = []
  next: { readonly step: number; readonly due: number } | undefined
  ended = false
  #begun = false

  decide(stillness: number, now: number): void {
    const step = stillness === 1 ? 2 : 0
    const begins = !this.#begun
    this.#begun = true
    if (begins) this.#take(step, now)
    else this.met.push({ experience: ladder[step] ?? '' })
  }

  /** The clock was moved to `now` at once: what was due meanwhile is taken then, and its wait begins then. */
  pass(now: number): void {
    if (this.next !== undefined && this.next.due <= now) this.#take(this.next.step, now)
  }

  feedback(name: Name, value: boolean, place: number, now: number): void {
    if (!value || this.ended) return
    if (name === 'fine') {
      this.ended = true
      this.next = undefined
    }
    const latest = this.met.findLastIndex((one) => one.step !== undefined)
    if (name === 'needsHelp' && this.next !== undefined && place >= latest) this.#take(this.next.step, now)
  }

  #take(step: number, now: number): void {
    this.met.push({ experience: ladder[step] ?? '', step })
    const wait = waits[step]
    this.next = wait === undefined ? undefined : { step: step + 1, due: now + wait }
  }
}

it('does what the simple ladder does, whatever happens in whichever order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { maxLength: 30 }), async (happenings) => {
      const clock = virtualClock()
      const ports = { log: memoryLog(), registry: memoryRegistry(), vault: memoryVault(), clock }
      const start = () => open(watch, { ...ports, models: { sense: sensing } })
      const now = () => clock.now() / 1000
      let holon = await start()
      const simple = new Simple()
      const decide = async (stillness: number) => {
        await holon.decide('fall', { ...fallen, stillness }, { subject: 'p', episode: 'e' })
        simple.decide(stillness, now())
      }
      await decide(0.9)
      for (const one of happenings) {
        const ids = (await holon.episode('e')).steps.map(({ record }) => record.id)
        if (one.kind === 'decide') await decide(one.stillness)
        if (one.kind === 'feedback') {
          const place = one.place % ids.length
          await holon.feedback(ids[place] ?? '', one.name, one.value)
          simple.feedback(one.name, one.value, place, now())
        }
        if (one.kind === 'restart') await holon.close()
        if (one.kind === 'time') clock.advance(one.seconds * 1000)
        if (one.kind === 'restart') {
          clock.advance(one.after * 1000)
          holon = await start()
        }
        simple.pass(now())
        const { steps, next, ended } = await holon.episode('e')
        expect(steps.map(({ record }) => record.experience)).toEqual(
          simple.met.map(({ experience }) => experience),
        )
        expect(next && { step: next.step, due: next.due / 1000 }).toEqual(simple.next)
        expect(ended !== undefined).toBe(simple.ended)
      }
      await holon.close()
      const decided = (await ports.log.read(0, 1000)).flatMap(({ entry }) =>
        entry.kind === 'decision' ? [entry] : [],
      )
      expect(decided).toHaveLength(simple.met.length)
      expect(clock.due()).toBeUndefined()
    }),
    { numRuns: 200 },
  )
}, 120_000)

it('takes no step twice, none after it was ended, and the same after a restart, whatever happens at the same time', async () => {
  const some = fc.array(fc.constantFrom('time', 'fine', 'needsHelp', 'decide', 'read'), { maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(fc.array(some, { minLength: 1, maxLength: 6 }), async (rounds) => {
      const clock = virtualClock()
      const ports = { log: memoryLog(), registry: memoryRegistry(), vault: memoryVault(), clock }
      const start = () => open(watch, { ...ports, models: { sense: sensing } })
      const holon = await start()
      const decide = () => holon.decide('fall', fallen, { subject: 'p', episode: 'e' })
      const { id } = await decide()
      let ended = Number.POSITIVE_INFINITY
      const happen = async (what: string) => {
        if (what === 'time') clock.advance(20_000)
        if (what === 'read') await holon.episode('e')
        if (what === 'decide') await decide()
        if (what !== 'fine' && what !== 'needsHelp') return
        await holon.feedback(id, what, true)
        if (what === 'fine') ended = Math.min(ended, (await ports.log.size()).last)
      }
      for (const round of rounds) await Promise.all(round.map(happen))
      const { steps, next } = await holon.episode('e')
      const taken = steps.flatMap(({ record }) => (record.step === undefined ? [] : [record]))
      expect(taken.map(({ step }) => step?.step)).toEqual(taken.map((_, at) => at + 1))
      expect(taken.map(({ experience }) => experience)).toEqual(ladder.slice(1, taken.length + 1))
      for (const { entry, position } of await ports.log.read(0, 1000)) {
        if (entry.kind === 'decision' && entry.step !== undefined) expect(position).toBeLessThanOrEqual(ended)
      }
      await holon.close()
      const again = await start()
      const { steps: later, next: then } = await again.episode('e')
      expect([later.map(({ record }) => record.id), then]).toEqual([
        steps.map(({ record }) => record.id),
        next,
      ])
      await again.close()
    }),
    { numRuns: 200 },
  )
}, 120_000)
