import { expect, test } from 'vitest'
import { z } from 'zod'
import { policy } from '../decide/policies/custom.ts'
import { rate } from '../measure/build.ts'
import { decision } from '../system/decision.ts'
import { goal } from '../system/goal.ts'
import { defineSystem } from '../system/system.ts'
import { poisson } from './arrivals.ts'
import { defineWorld } from './declaration.ts'
import { goalIn } from './in-report.ts'
import { rehearse } from './rehearse.ts'

const send = decision('send', {
  does: 'sends a letter',
  context: z.object({}),
  example: {},
  experiences: { letter: { style: 'automate' } },
  policy: policy('always', () => ({ letter: 1 })),
  fallback: 'letter',
  feedback: { complained: { value: z.boolean(), within: '5 days', otherwise: false } },
  mistakes: [],
})
const letters = defineSystem('letters', {
  purpose: 'to write',
  people: [],
  decisions: [send],
  goals: [
    goal('few complaints', {
      ...{ layer: 'user', why: 'Nobody likes these letters.', atMost: 0.6 },
      measure: rate(send.feedback.complained.is(true)),
    }),
  ],
})

/** A third complains, and at once; nobody says that they do not complain. */
const world = defineWorld(letters, {
  ...{ about: 'Readers.', start: '2026-03-01', people: 20, days: 10, settings: {}, person: () => ({}) },
  happenings: {
    letter: {
      arrivals: poisson({ perPersonPerDay: 2 }),
      story: async ({ draw, decide, truth, feedback }) => {
        const { id } = await decide('send', {})
        const complained = draw('complains').chance(1 / 3)
        truth(id, 'complained', complained)
        if (complained) await feedback(id, 'complained', true)
      },
    },
  },
  pace: { arrival: '1 second', longestWait: '1 second' },
})

test('complaints that come sooner than their absence alarm nobody', async () => {
  const report = await rehearse(world, {})
  const { overTime } = goalIn(report, 'few complaints')
  const known = overTime.filter(({ value }) => value !== null)
  expect(known.map(({ day }) => day)).toEqual([0, 1, 2, 3, 4])
  for (const { value } of known) expect(value).toBeLessThan(0.6)
  expect(overTime).toHaveLength(10)
  for (const { truth } of overTime) expect(truth).toBeLessThan(0.7)
  expect(report.noticed).toEqual([])
})
