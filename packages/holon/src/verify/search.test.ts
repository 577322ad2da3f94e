import { expect, it } from 'vitest'
import { z } from 'zod'
import { policy } from '../decide/policies/custom.ts'
import { decision } from '../system/decision.ts'
import { defineSystem } from '../system/system.ts'
import { defineVerification } from './verification.ts'
import { verify } from './verify.ts'

const show = decision('show', {
  does: 'shows',
  context: z.object({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) }),
  example: { x: 0.5, y: 0.5 },
  experiences: { nothing: { style: 'silent' } },
  policy: policy('always', () => ({ nothing: 1 })),
  fallback: 'nothing',
  feedback: {},
  mistakes: [],
})
const system = defineSystem('shows', { purpose: 'show', people: [], decisions: [show], goals: [] })

const weak = { x: 0.7317, y: 0.2891 }
const radius = 0.001

it('climbs to a violation that drawing contexts would hardly ever hit', async () => {
  const verification = defineVerification(system, {
    invariants: [
      {
        name: 'never at the weak place',
        holds: ({ context }) => Math.hypot(context.x - weak.x, context.y - weak.y) - radius,
      },
    ],
  })
  // Drawn evenly, one context in 300,000 is there: 15,000 steps would find it in one run of twenty.
  const found: number[] = []
  for (const seed of [1, 2, 3]) {
    const { violations } = await verify(verification, { steps: 15_000, seed })
    found.push(violations.length)
  }
  expect(found).toEqual([1, 1, 1])
})
