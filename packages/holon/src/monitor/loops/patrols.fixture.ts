import { z } from 'zod'
import { policy } from '../../decide/policies/custom.ts'
import { decision } from '../../system/decision.ts'
import { defineSystem } from '../../system/system.ts'

/** A system that looks by a coin, and reads how many calls there were. */
export const patrols = defineSystem('patrols', {
  purpose: 'to look where something happens',
  people: [],
  decisions: [
    decision('patrol', {
      does: 'sends somebody to look, or not',
      context: z.object({ calls: z.number().meta({ dataClass: 'public' }) }),
      example: { calls: 0 },
      experiences: { stay: { style: 'silent' }, look: { style: 'automate' } },
      policy: policy<null, 'stay' | 'look'>('coin', () => ({ stay: 0.5, look: 0.5 })),
      fallback: 'stay',
      feedback: { found: { value: z.boolean() } },
      mistakes: [],
    }),
  ],
  goals: [],
})
