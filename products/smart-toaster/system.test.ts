import { type ContextOf, check, open } from 'holon'
import { describe, expect, it } from 'vitest'
import { smartToaster } from './system.ts'

const slice = { bread: 'white', shade: 'golden', mass: 32, moisture: 0.38, wall: 21, power: 850 } as const
const says = (seconds: unknown) => ({
  version: { name: 'toasting-time', version: 'said', kind: 'function' as const },
  predict: () => seconds,
})
const opened = (seconds: unknown) => open(smartToaster, { models: { 'toasting-time': says(seconds) } })

it('misses nothing in its declaration', () => {
  expect(check(smartToaster)).toEqual([])
  expect(new Set(smartToaster.goals.map(({ layer }) => layer)).size).toBe(5)
})

describe('the slow decision', () => {
  it('takes a few seconds less than the model says, and fewer the less it knows', async () => {
    const holon = await opened(146)
    const unknown = await holon.decide('toast', slice)
    const judged = Array.from({ length: 12 }, () => ({ aimed: 0, verdict: 'right' as const }))
    const known = await holon.decide('toast', { ...slice, judged })
    if (unknown.experience !== 'toast' || known.experience !== 'toast') return expect.fail('no toast')
    expect(unknown.parameters.seconds).toBeLessThan(known.parameters.seconds)
    expect(known.parameters.seconds).toBeLessThan(146)
    expect(unknown.parameters.seconds).toBeGreaterThan(135)
    expect(unknown.parameters.aimed).toBeLessThan(0)
    expect(await holon.replay(unknown.id)).toMatchObject({ equal: true })
    await holon.close()
  })

  it.each([1200, 1e300, 260.1])('clamps %d seconds to what the slice can take', async (seconds) => {
    const holon = await opened(seconds)
    const seen = await holon.decide('toast', slice)
    expect(seen.parameters.seconds).toBeLessThanOrEqual(166)
    expect(seen.guardrails.map(({ guardrail }) => guardrail)).toEqual(
      seen.experience === 'dial' ? [] : ['longest time'],
    )
    await holon.close()
  })

  it.each([Number.NaN, Infinity, 'soon', null, undefined])(
    'falls back to the dial for %s',
    async (answer) => {
      const holon = await opened(answer)
      const seen = await holon.decide('toast', slice)
      expect(seen).toMatchObject({
        experience: 'dial',
        degraded: true,
        parameters: { seconds: 136, aimed: 0 },
      })
      await holon.close()
    },
  )

  it('lets a hot toaster rest, and says how long', async () => {
    const holon = await opened(146)
    const seen = await holon.decide('toast', { ...slice, wall: 140 })
    expect(seen.experience).toBe('wait')
    expect(seen.text).toBe('The toaster is still hot. Ready in 111 seconds.')
    await holon.close()
  })
})

describe('the fast decision', () => {
  const now: ContextOf<typeof smartToaster, 'heat'> = {
    ...{ seconds: 140, heated: 60, surface: 66, wall: 35, startWall: 21, power: 850 },
    ...{ silent: 0, still: 0, jump: 1.5 },
  }
  it.each([
    ['before the end', {}, 'on', []],
    ['at the end', { heated: 140 }, 'off', []],
    ['without a toast', { seconds: 0 }, 'off', []],
    ['after the longest time', { seconds: 1200, heated: 260 }, 'off', ['heater time']],
    ['on bread about to burn', { surface: 240 }, 'off', ['too hot']],
    ['in a case too hot', { wall: 165 }, 'off', ['too hot']],
    ['started hot', { startWall: 101 }, 'off', ['cool start']],
    ['with a silent eye', { silent: 0.5 }, 'off', ['an eye that lies']],
    ['with an eye that stands still', { still: 2 }, 'off', ['an eye that lies']],
    ['with an eye that jumps', { jump: 61 }, 'off', ['an eye that lies']],
    ['with an eye that sees nothing', { heated: 100, surface: 49 }, 'off', ['an eye that lies']],
  ])('%s', async (_, changed, experience, guardrails) => {
    const holon = await opened(146)
    const seen = await holon.decide('heat', { ...now, ...changed })
    expect(seen.experience).toBe(experience)
    expect(seen.guardrails.map(({ guardrail }) => guardrail)).toEqual(guardrails)
    await holon.close()
  })

  it('takes nominal power, all there is where the mains are weak', async () => {
    const holon = await opened(146)
    expect(await holon.decide('heat', { ...now, power: 1000 })).toMatchObject({ parameters: { duty: 0.85 } })
    expect(await holon.decide('heat', { ...now, power: 700 })).toMatchObject({ parameters: { duty: 1 } })
    await holon.close()
  })
})
