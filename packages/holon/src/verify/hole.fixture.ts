import { z } from 'zod'
import { thresholds } from '../decide/policies/thresholds.ts'
import { decision } from '../system/decision.ts'
import { allow, clamp, latch, replace } from '../system/guardrail.ts'
import { limit } from '../system/limit.ts'
import { model } from '../system/model.ts'
import { number } from '../system/prediction.ts'
import { defineSystem } from '../system/system.ts'
import { defineVerification } from './verification.ts'

const wanted = model('wanted', {
  does: 'says how many watts are wanted',
  features: z.object({ celsius: z.number() }),
  predicts: number(),
  deadline: '50 milliseconds',
})

const Context = z.object({ celsius: z.number().min(-20).max(300), door: z.enum(['open', 'shut']) })

/** A heater whose second guardrail has a hole: a door that opens is forgotten above 200 °C. The third does nothing. */
export const heat = decision('heat', {
  does: 'heats',
  context: Context,
  example: { celsius: 20, door: 'shut' },
  model: wanted.from(({ celsius }: z.output<typeof Context>) => ({ celsius })),
  experiences: {
    off: { style: 'silent' },
    heat: {
      style: 'automate',
      parameters: z.object({ watts: z.number().min(0) }),
      fill: ({ prediction }) => ({ watts: Math.max(0, prediction ?? 0) }),
    },
  },
  policy: thresholds({ heat: 1 }, { otherwise: 'off' }),
  limits: [limit('rest', { atMost: '5 per minute' })],
  guardrails: [
    {
      name: 'at most 1000 watts',
      promise: 'The heater never takes more than 1000 watts.',
      check: ({ action }) =>
        action.experience === 'heat' && action.parameters.watts > 1000
          ? clamp({ watts: 1000 }, 'too many watts')
          : allow(),
    },
    {
      name: 'door',
      promise: 'No heat while the door is open.',
      check: ({ action, context }) =>
        action.experience === 'heat' && context.door === 'open' && context.celsius <= 200
          ? replace('off', 'the door is open')
          : allow(),
    },
    {
      name: 'decoration',
      promise: 'Nothing that the others do not promise already.',
      check: ({ action }) =>
        action.experience === 'heat' && action.parameters.watts > 5000
          ? clamp({ watts: 5000 }, 'far too many watts')
          : allow(),
    },
    {
      name: 'overheated',
      promise: 'Once hotter than 250 °C it stays off.',
      latches: 'off',
      check: ({ context }) => (context.celsius > 250 ? latch('too hot') : allow()),
    },
  ],
  fallback: 'off',
  feedback: { good: { value: z.boolean() } },
  mistakes: [],
})

export const heater = defineSystem('heater', { purpose: 'heat', people: [], decisions: [heat], goals: [] })

export const verification = defineVerification(heater, {
  invariants: [
    {
      name: 'never more than 1000 watts',
      holds: ({ answer }) => answer.experience === 'off' || 1000 - answer.parameters.watts,
    },
    {
      name: 'no heat while the door is open',
      holds: ({ answer, context }) => answer.experience === 'off' || context.door === 'shut',
    },
    {
      name: 'no heat when overheated',
      holds: ({ answer, context }) => answer.experience === 'off' || 250 - context.celsius,
    },
  ],
})
