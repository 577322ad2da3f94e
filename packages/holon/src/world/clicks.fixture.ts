import { z } from 'zod'
import { policy } from '../decide/policies/custom.ts'
import { rate } from '../measure/build.ts'
import { decision } from '../system/decision.ts'
import { goal } from '../system/goal.ts'
import { person } from '../system/person.ts'
import { defineSystem } from '../system/system.ts'
import { poisson } from './arrivals.ts'
import { defineWorld } from './declaration.ts'

const loudness = z.object({ loudness: z.number() })

const teaser = decision('teaser', {
  does: 'shows a teaser',
  context: z.object({}),
  example: {},
  experiences: {
    teaser: { style: 'annotate', parameters: loudness, fill: () => ({ loudness: 0 }) },
    nothing: { style: 'silent' },
  },
  policy: policy('always', () => ({ teaser: 1 })),
  fallback: 'nothing',
  feedback: { clicked: { value: z.boolean() }, returned: { value: z.boolean() } },
  mistakes: [],
  variants: Object.fromEntries(
    [-1, -0.7, -0.4, 0.4, 0.7, 1].map((level) => [
      `loudness ${level}`,
      {
        does: `is as loud as ${level}`,
        experiences: { teaser: { fill: () => ({ loudness: level }) } },
      },
    ]),
  ),
})

const returning = goal('returning', {
  layer: 'organization',
  why: 'they pay',
  measure: rate(teaser.feedback.returned.is(true)),
  atLeast: 0.3,
})

const paper = defineSystem('paper', {
  purpose: 'to be read',
  people: [person('reader', { wants: 'to know' })],
  decisions: [teaser],
  goals: [
    returning,
    goal('clicks', {
      layer: 'leading',
      why: 'who clicks comes back',
      measure: rate(teaser.feedback.clicked.is(true)),
      atLeast: 0.2,
      supports: [returning],
    }),
  ],
})

/** Readers who click the more, the louder a teaser is; how often they return changes with `told` of that. */
export const paperWorld = defineWorld(paper, {
  about: 'Readers of teasers.',
  start: '2026-03-02',
  people: 400,
  days: 4,
  settings: { told: 1 },
  person: () => ({}),
  environment: () => ({}),
  happenings: {
    visit: {
      arrivals: poisson({ perPersonPerDay: 1 }),
      story: async ({ draw, settings, decide, feedback }) => {
        const seen = await decide('teaser', {})
        const loud = seen.experience === 'teaser' ? seen.parameters.loudness : 0
        const chance = 0.3 + 0.15 * loud
        await feedback(seen.id, 'clicked', draw('click').chance(chance))
        await feedback(seen.id, 'returned', draw('return').chance(0.4 + 0.2 * settings.told * loud))
      },
    },
  },
  scenarios: {},
  pace: { arrival: '1 second', longestWait: '2 seconds' },
})
