import { tell } from 'holon/verify'
import { describe, expect, it } from 'vitest'
import { verification } from './verify.ts'

/** Kitchens in which a model says the same all the time, until something breaks. */
async function broken(says: unknown, without: readonly string[], kitchens: number) {
  for (let seed = 0; seed < kitchens; seed++) {
    const model = { says }
    const { broken } = await tell(
      verification,
      { seed, steps: [{ do: 'tick', times: 200, model }] },
      { without },
    )
    if (broken.length > 0) return broken.map(({ invariant }) => invariant)
  }
  return []
}

describe('what must hold', () => {
  it.each([140, 1_200, 0, -5, Number.NaN])('holds when the model says %d', async (says) => {
    expect(await broken(says, [], 6)).toEqual([])
  })

  it('holds after the program was restarted in the middle of a toast', async () => {
    for (let seed = 0; seed < 6; seed++) {
      const toast = { do: 'tick', times: 40, model: { says: 1_200 } } as const
      const story = {
        seed,
        steps: [toast, { do: 'restart' }, toast, { do: 'wait', ms: 5_000 }, toast],
      } as const
      expect((await tell(verification, story)).broken).toEqual([])
    }
  })

  it.each(['longest time', 'cool-down', 'too hot', 'cool start', 'an eye that lies'])(
    'does not hold without "%s"',
    async (guardrail) => {
      expect(await broken(1_200, [guardrail], 40)).not.toEqual([])
    },
  )
})
