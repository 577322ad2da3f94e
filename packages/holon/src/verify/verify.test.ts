import { describe, expect, it } from 'vitest'
import { heater, verification } from './hole.fixture.ts'
import { printTest } from './print-test.ts'
import type { StoryStep } from './story.ts'
import { tell } from './tell.ts'
import { defineVerification } from './verification.ts'
import { verify } from './verify.ts'

const door = 'no heat while the door is open'

/** Runs a printed test as if it had been pasted: its imports given, everything else as it stands. */
async function runPasted(test: string): Promise<void> {
  const body = test.split('\n').filter((line) => !line.startsWith('import '))
  const tests: (() => Promise<void>)[] = []
  const pasted = new Function('tell', 'verification', 'expect', 'it', body.join('\n'))
  pasted(tell, verification, expect, (_name: string, run: () => Promise<void>) => tests.push(run))
  expect(tests).toHaveLength(1)
  await tests[0]?.()
}

describe('a system with a hole', () => {
  it('is broken by the smallest story there is', async () => {
    const { violations } = await verify(verification, { steps: 3000, seed: 2 })
    expect(violations).toEqual([
      {
        invariant: door,
        because: 'it does not hold',
        steps: 1,
        test: printTest(door, {
          steps: [
            {
              do: 'decide',
              decision: 'heat',
              context: { celsius: 201, door: 'open' },
              model: { says: 1 },
            },
          ],
        }),
      },
    ])
  })

  it('is broken by no more steps than it takes', async () => {
    const impatient = defineVerification(heater, {
      invariants: [
        {
          name: 'never three times in a row',
          holds: ({ answer, before }) =>
            [answer, before[0]?.answer, before[1]?.answer].some((one) => one?.experience !== 'heat'),
        },
      ],
    })
    const { violations } = await verify(impatient, { steps: 2500 })
    const once: StoryStep = {
      do: 'decide',
      decision: 'heat',
      context: { celsius: 20, door: 'shut' },
      model: { says: 1 },
    }
    const test = printTest('never three times in a row', { steps: [once, once, once] })
    expect(violations).toMatchObject([{ steps: 3, test }])
  })

  it('is broken by the test that is printed, until the hole is mended', async () => {
    const [violation] = (await verify(verification, { steps: 2000 })).violations
    await expect(runPasted(violation?.test ?? '')).rejects.toThrow('to deeply equal []')
    const mended = violation?.test.replace('celsius: 201', 'celsius: 200') ?? ''
    await expect(runPasted(mended)).resolves.toBeUndefined()
  })

  it('is attacked the same way by the same seed, to the byte', async () => {
    const report = async (seed: number) => JSON.stringify(await verify(verification, { steps: 1500, seed }))
    expect(await report(7)).toBe(await report(7))
    expect(await report(7)).not.toBe(await report(8))
  })
})

describe('a guardrail', () => {
  it('that does nothing is told apart from those that do', async () => {
    const { guardrailsWithoutEffect } = await verify(verification, { steps: 3000 })
    expect(guardrailsWithoutEffect).toEqual(['decoration'])
  })

  it.each(['at most 1000 watts', 'overheated'])('%s left out is missed at once', async (guardrail) => {
    const report = await verify(verification, { steps: 2000, without: [guardrail] })
    expect(report.violations.length).toBeGreaterThan(0)
    expect(report.guardrailsWithoutEffect).toEqual([])
    await expect(runPasted(report.violations[0]?.test ?? '')).rejects.toThrow('to deeply equal []')
  })

  it('that is not there cannot be left out', async () => {
    await expect(verify(verification, { without: ['fuse'] })).rejects.toMatchObject({ code: 'name-unknown' })
  })
})

it.each([0, 1.5, Number.NaN])('%d steps cannot be taken', async (steps) => {
  await expect(verify(verification, { steps })).rejects.toMatchObject({ code: 'input-invalid' })
})
