import { decision, defineSystem, expectedUtility, limit } from 'holon'
import { z } from 'zod'

/** How many times a bell may ring for one person: so few a month that waiting gives none back in a test. */
export const most = 5

const ring = decision('ring', {
  does: 'rings',
  context: z.object({ urgency: z.number().min(0).max(1).meta({ dataClass: 'public' }) }),
  example: { urgency: 1 },
  experiences: {
    nothing: { style: 'silent' },
    bell: { style: 'prompt', forcefulness: 0.9, right: 1, chance: ({ context }) => context.urgency },
  },
  policy: expectedUtility(),
  limits: [limit('calm', { atMost: `${most} per month` })],
  fallback: 'nothing',
  feedback: { welcome: { value: z.boolean() } },
  mistakes: [],
})

/** A small system that may interrupt a person a few times only. */
export const bells = defineSystem('bells', { purpose: 'ring', people: [], decisions: [ring], goals: [] })
