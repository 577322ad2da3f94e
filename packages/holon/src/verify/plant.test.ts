import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { thresholds } from '../decide/policies/thresholds.ts'
import { actuator } from '../runtime/actuator.ts'
import { decision } from '../system/decision.ts'
import { allow, replace } from '../system/guardrail.ts'
import { model } from '../system/model.ts'
import { probability } from '../system/prediction.ts'
import { defineSystem } from '../system/system.ts'
import { tell } from './tell.ts'
import { defineVerification } from './verification.ts'
import { verify } from './verify.ts'

const wish = model('wish', {
  does: 'says how likely more heat is wanted',
  features: z.object({ celsius: z.number() }),
  predicts: probability(),
  deadline: '1 second',
})

const burn = decision('burn', {
  does: 'switches the burner',
  context: z.object({ celsius: z.number() }),
  example: { celsius: 20 },
  model: wish.from(({ celsius }: { celsius: number }) => ({ celsius })),
  experiences: { off: { style: 'silent' }, on: { style: 'automate' } },
  policy: thresholds({ on: 0.5 }, { otherwise: 'off' }),
  guardrails: [
    {
      name: 'at most 80 degrees',
      promise: 'The burner is off from 80 degrees.',
      check: ({ context, action }) =>
        action.experience === 'on' && context.celsius >= 80 ? replace('off', 'hot') : allow(),
    },
  ],
  fallback: 'off',
  feedback: {},
  mistakes: [],
})

const boiler = defineSystem('boiler', { purpose: 'heat water', people: [], decisions: [burn], goals: [] })

/** Water that warms by 10 degrees a second, behind an actuator whose permission lasts for a while. */
const verification = (within: '200 milliseconds' | '1 minute', isGuarded = true) =>
  defineVerification(boiler, {
    plant: {
      start: ({ clock, holon, decision, random }) => {
        const water = { celsius: 20 + random.next(), burning: false, moves: 0 }
        const gate = actuator(holon, decision('burn'), {
          ...{ safe: { experience: 'off', parameters: null }, within, clock },
          apply: ({ experience }) => {
            water.burning = experience === 'on'
          },
        })
        return { water, gate }
      },
      sense: ({ water: { celsius } }) => ({ decision: 'burn', context: { celsius } }),
      act: ({ water, gate }, answer, seconds) => {
        const { celsius } = water
        if (answer !== undefined && isGuarded) {
          gate.permit({ experience: answer.experience, parameters: null }, { celsius })
        } else if (answer !== undefined) {
          water.burning = answer.experience === 'on'
        }
        water.celsius += (water.burning ? 10 : -1) * seconds
        return { water, gate }
      },
      period: '100 milliseconds',
      always: [{ name: 'below 84 degrees', holds: ({ water }) => 84 - water.celsius }],
      over: ({ water }) => water.celsius < 0,
    },
  })

describe('a plant', () => {
  it('stays safe behind an actuator, whatever is hung, said or broken', async () => {
    const { violations, guardrailsWithoutEffect, steps, invariants } = await verify(
      verification('200 milliseconds'),
      { steps: 4000 },
    )
    expect(violations).toEqual([])
    expect(guardrailsWithoutEffect).toEqual([])
    expect(steps).toBeGreaterThanOrEqual(4000)
    expect(invariants[0]?.name).toBe('below 84 degrees')
    expect(invariants[0]?.margin).toBeLessThan(4)
  })

  it('is broken by a model that hangs where no watchdog is', async () => {
    const { violations } = await verify(verification('1 minute', false), { steps: 4000 })
    expect(violations.map(({ invariant }) => invariant)).toEqual(['below 84 degrees'])
    expect(violations[0]?.test).toContain('tick')
  })

  it('moves on while a model thinks, also one that answers in no time', async () => {
    const story = (saying: object) => ({
      steps: [{ do: 'tick' as const, times: 2, model: { says: 1, ...saying } }],
    })
    const moves = async (saying: object) =>
      (await tell(verification('200 milliseconds'), story(saying))).looked['below 84 degrees']?.times
    expect(await moves({})).toBe(2)
    expect(await moves({ after: 0 })).toBe(2)
    expect(await moves({ after: 500 })).toBe(12)
  })

  it('goes on while the program is down and the time of day is set', async () => {
    const { broken, looked } = await tell(verification('200 milliseconds'), {
      steps: [
        { do: 'tick', times: 10, model: { says: 1 } },
        { do: 'set clock', by: -3_600_000 },
        { do: 'restart' },
        { do: 'wait', ms: 5000 },
        { do: 'tick', times: 10, model: { says: 1 } },
      ],
    })
    expect(broken).toEqual([])
    expect(looked['below 84 degrees']?.times).toBe(70)
  })
})
