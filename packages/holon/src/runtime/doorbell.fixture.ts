import { z } from 'zod'
import { expectedUtility } from '../decide/policies/expected-utility.ts'
import { decision } from '../system/decision.ts'
import { allow, latch } from '../system/guardrail.ts'
import { limit } from '../system/limit.ts'
import { defineSystem } from '../system/system.ts'

/** A small system that interrupts people, for tests of what is remembered of them. */
const Context = z.object({
  urgency: z.number().min(0).max(1).meta({ dataClass: 'public' }),
  broken: z.boolean().optional().meta({ dataClass: 'public' }),
})

const calm = limit('calm', {
  forcefulness: 0.5,
  atMost: ['3 per day', '2 per episode'],
  quiet: { from: '22:00', to: '07:00' },
  pause: { after: 'dismissed', lasting: '1 hour', upTo: '3 hours' },
})

const chance = ({ context }: { readonly context: z.output<typeof Context> }) => context.urgency

const ring = decision('ring', {
  does: 'rings where it is worth it',
  context: Context,
  example: { urgency: 0.7 },
  experiences: {
    nothing: { style: 'silent' },
    light: { style: 'annotate', forcefulness: 0.2, right: 1, wrong: -0.5, chance },
    bell: { style: 'prompt', forcefulness: 0.8, right: 3, wrong: -3, interrupting: -0.5, chance },
    off: { style: 'silent', right: -10, wrong: -10, chance },
  },
  policy: expectedUtility(),
  guardrails: [
    {
      name: 'broken bell',
      promise: 'a bell that is broken stays off until somebody looked at it',
      latches: 'off',
      check: ({ context }) => (context.broken === true ? latch('the bell is broken') : allow()),
    },
  ],
  limits: [calm],
  habituation: { halfLife: '1 day', growth: 0.5 },
  fallback: 'nothing',
  feedback: { dismissed: { value: z.boolean() } },
  mistakes: [],
})

export const doorbell = defineSystem('doorbell', {
  purpose: 'ring',
  people: [],
  decisions: [ring],
  goals: [],
})
