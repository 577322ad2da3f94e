import { decision, defineSystem, expectedUtility, person } from 'holon'
import { z } from 'zod'

const light = decision('light', {
  does: 'turns on a lamp',
  context: z.object({ dusk: z.number(), room: z.enum(['hall', 'attic']) }),
  example: { dusk: 0.8, room: 'hall' },
  experiences: {
    nothing: { style: 'silent' },
    lamp: {
      style: 'automate',
      forcefulness: 0.3,
      right: 2,
      wrong: -1,
      parameters: z.object({ percent: z.number() }),
      fill: () => ({ percent: 80 }),
    },
  },
  policy: expectedUtility({ explore: 0 }),
  guardrails: [],
  fallback: 'nothing',
  feedback: { useful: { value: z.boolean() }, comment: { value: z.string() } },
  mistakes: [],
})

const heat = decision('heat', {
  does: 'turns on the heating',
  context: z.object({ cold: z.number() }),
  example: { cold: 3 },
  experiences: { off: { style: 'silent' }, on: { style: 'automate' } },
  policy: expectedUtility({ explore: 0 }),
  guardrails: [],
  fallback: 'off',
  feedback: { warm: { value: z.number() } },
  mistakes: [],
})

/** A small system whose type the client is tested with. */
export const house = defineSystem('house', {
  purpose: 'light and warmth',
  people: [person('dweller', { wants: 'to see' })],
  decisions: [light, heat],
  goals: [],
})
