import { decision, defineSystem, expectedUtility } from 'holon'
import { z } from 'zod'

const light = decision('light', {
  does: 'turns on a lamp',
  context: z.object({ dusk: z.number().min(0).max(1).meta({ dataClass: 'public' }) }),
  example: { dusk: 0.8 },
  experiences: {
    nothing: { style: 'silent' },
    lamp: { style: 'automate', right: 2, wrong: -1, chance: ({ context }) => context.dusk },
  },
  policy: expectedUtility({ explore: 0 }),
  guardrails: [],
  fallback: 'nothing',
  feedback: {
    useful: { value: z.boolean().meta({ dataClass: 'public' }) },
    count: { value: z.number().meta({ dataClass: 'public' }) },
  },
  mistakes: [],
})

/** A small system that is called over HTTP. */
export const lamps = defineSystem('lamps', {
  purpose: 'light where it is dark',
  people: [],
  decisions: [light],
  goals: [],
})
