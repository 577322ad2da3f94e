import { open } from 'holon'
import { type VirtualClock, virtualClock } from 'holon/memory'
import { seededRandom } from 'holon/stats'
import { afterEach, describe, expect, it } from 'vitest'
import { buildToaster, type Situation, type Toaster } from '../hardware/toaster.ts'
import { smartToaster } from '../system.ts'
import { type Controller, controller, type Deciding, type ProgramFault, period } from './controller.ts'

const white = { bread: 'white', mass: 32, moisture: 0.38 } as const
const toastingTime = { version: { name: 't', version: '1', kind: 'function' as const }, predict: () => 140 }

interface Kitchen {
  readonly clock: VirtualClock
  readonly toaster: Toaster
  readonly program: Controller
  readonly latches: () => readonly string[]
  /** Lets seconds pass, hardware and program in step. */
  pass(seconds: number): Promise<void>
}

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** `answers`: after so many decisions no more is ever answered. */
async function kitchen(situation: Situation = {}, answers = Infinity): Promise<Kitchen> {
  const clock = virtualClock()
  const toaster = buildToaster(seededRandom(2), situation)
  const holon = await open(smartToaster, { clock, models: { 'toasting-time': toastingTime } })
  let asked = 0
  const slow: Deciding = {
    decide: (...question) => (asked++ < answers ? holon.decide(...question) : new Promise(() => undefined)),
    latches: () => holon.latches(),
    intervened: (...done) => holon.intervened(...done),
  }
  const program = controller(slow, toaster.terminals, clock)
  closing.push(() => holon.close())
  return {
    ...{ clock, toaster, program },
    latches: () => holon.latches().map(({ guardrail }) => guardrail),
    pass: async (seconds) => {
      for (let ms = 0; ms < seconds * 1000; ms += period) {
        toaster.advance(period / 1000)
        clock.advance(period)
        const ticking = program.tick()
        // One that waits for an answer for ever must not hold up the next.
        if (asked <= answers) await ticking
      }
    },
  }
}

function begin({ toaster, program }: Kitchen, seconds: number): void {
  toaster.insert(white)
  program.start(seconds)
}

describe('a toast', () => {
  it('is heated for its seconds, and comes up', async () => {
    const here = await kitchen()
    begin(here, 140)
    await here.pass(139.5)
    expect(here.toaster.look()).toMatchObject({ heating: true, down: true })
    await here.pass(2)
    expect(here.toaster.look()).toMatchObject({ heating: false, down: false })
    expect(here.program.progress).toMatchObject({ seconds: 0, saved: undefined })
    expect(here.program.progress.heated).toBeCloseTo(140, 1)
    expect(here.toaster.look().darkening).toBeGreaterThan(12)
  })

  it('is no longer when the program is held up and misses ticks', async () => {
    const here = await kitchen()
    begin(here, 60)
    let on = 0
    for (let ms = 0; ms < 70_000; ms += 60) {
      here.toaster.advance(0.06)
      here.clock.advance(60)
      if (here.toaster.look().heating) on += 0.06
      await here.program.tick()
    }
    expect(Math.abs(on - 60)).toBeLessThan(0.2)
    expect(here.program.progress.heated).toBeCloseTo(60, 0)
  })

  it('comes up at once when it is stopped', async () => {
    const here = await kitchen()
    begin(here, 140)
    await here.pass(30)
    here.program.stop()
    await here.pass(0.6)
    expect(here.toaster.look()).toMatchObject({ heating: false, down: false })
  })
})

describe('whatever goes wrong', () => {
  it.each([
    ['twenty minutes', {}, 1200, 'too hot', 'the bread is too hot'],
    ['a slot without bread', { empty: true }, 1200, 'too hot', 'the case is too hot'],
    ['a start in a hot toaster', { wall: 140 }, 140, 'cool start', 'the toaster was still hot'],
  ] as const)(
    '%s',
    async (_, { empty = false, wall }: { empty?: boolean; wall?: number }, seconds, by, because) => {
      const here = await kitchen({ withoutFuse: true, ...(wall !== undefined && { wall }) })
      if (!empty) here.toaster.insert(white)
      here.program.start(seconds)
      let hottest = 0
      for (let i = 0; i < 300 && here.program.progress.seconds > 0; i++) {
        await here.pass(1)
        hottest = Math.max(hottest, here.toaster.look().surface)
      }
      expect(here.program.progress.saved).toMatchObject({ by, because: expect.stringContaining(because) })
      expect(here.toaster.look()).toMatchObject({ heating: false, alarm: false, burning: false })
      expect(hottest).toBeLessThan(248)
    },
  )

  it.each([
    ['stuck', 60, 'the very same'],
    ['cold', 2, 'the eye jumps'],
    ['dead', 60, 'says nothing'],
    ['jumping', 120, 'jumps'],
  ] as const)('an eye that is %s latches', async (eye, after, because) => {
    const here = await kitchen({ withoutFuse: true })
    begin(here, 1200)
    await here.pass(eye === 'cold' ? 100 : after)
    here.toaster.break({ eye })
    await here.pass(4)
    expect(here.program.progress.saved).toMatchObject({
      by: 'an eye that lies',
      because: expect.stringContaining(because),
    })
    expect(here.latches()).toEqual(['an eye that lies'])
    here.toaster.break({ eye: 'none' })
    begin(here, 140)
    await here.pass(3)
    expect(here.toaster.look().heating).toBe(false)
  })

  it('an eye that was cold from the start is found out before the bread is dark', async () => {
    const here = await kitchen({ withoutFuse: true })
    here.toaster.break({ eye: 'cold' })
    begin(here, 1200)
    await here.pass(101)
    expect(here.program.progress.saved?.because).toContain('sees nothing get warm')
    expect(here.toaster.look().darkening).toBeLessThan(5)
  })

  it.each([
    ['full power', 'too hot'],
    ['hangs', 'watchdog'],
  ] satisfies [ProgramFault, string][])('a control program that is broken: %s', async (fault, by) => {
    const here = await kitchen({ withoutFuse: true })
    begin(here, 140)
    await here.pass(30)
    here.program.fail(fault)
    for (let i = 0; i < 300 && here.program.progress.seconds > 0; i++) await here.pass(1)
    await here.pass(1)
    expect(here.program.progress.saved?.by).toBe(by)
    expect(here.toaster.look()).toMatchObject({ heating: false, alarm: false, burning: false })
  })

  it('a decision that never comes, from a disk that hangs for example, ends the heat', async () => {
    const here = await kitchen({ withoutFuse: true }, 500)
    begin(here, 140)
    await here.pass(30)
    expect(here.toaster.look()).toMatchObject({ heating: false, down: false })
    expect(here.program.progress.saved?.by).toBe('watchdog')
  })

  it('a welded relay is beyond software: the fuse opens', async () => {
    const here = await kitchen()
    begin(here, 140)
    here.toaster.break({ relay: 'welded' })
    await here.pass(320)
    expect(here.toaster.look()).toMatchObject({ heating: false, fuseOpen: true, burning: false, down: false })
  })
})
