import { defineProduct } from '@holon/embedded'
import { decision, defineSystem, goal, policy, rate } from 'holon'
import { defineWorld, poisson } from 'holon/world'
import { z } from 'zod'

const teaser = decision('teaser', {
  does: 'shows a teaser',
  context: z.object({}),
  example: {},
  experiences: { quiet: { style: 'annotate' }, loud: { style: 'annotate' } },
  policy: policy('quietly', () => ({ quiet: 1 })),
  fallback: 'quiet',
  feedback: { clicked: { value: z.boolean() }, returned: { value: z.boolean() } },
  mistakes: [],
  variants: { loud: { does: 'is loud', policy: policy('loudly', () => ({ loud: 1 })) } },
})

const returning = goal('returning', {
  layer: 'organization',
  why: 'readers pay',
  measure: rate(teaser.feedback.returned.is(true)),
  atLeast: 0.3,
})

const clicks = goal('clicks', {
  layer: 'leading',
  why: 'who clicks comes back',
  measure: rate(teaser.feedback.clicked.is(true)),
  atLeast: 0.2,
  supports: [returning],
})

const paper = defineSystem('paper', {
  purpose: 'to be read',
  people: [],
  decisions: [teaser],
  goals: [returning, clicks],
})

const world = defineWorld(paper, {
  about: 'Readers who click what is loud.',
  start: '2026-03-02',
  people: 120,
  days: 1,
  settings: {},
  person: () => ({}),
  environment: () => ({}),
  happenings: {
    visit: {
      arrivals: poisson({ perPersonPerDay: 2 }),
      story: async ({ draw, decide, feedback }) => {
        const { id, experience } = await decide('teaser', {})
        await feedback(id, 'clicked', draw('click').chance(experience === 'loud' ? 0.7 : 0.3))
        await feedback(id, 'returned', draw('return').chance(0.5))
      },
    },
  },
  scenarios: {},
  pace: { arrival: '1 second', longestWait: '1 second' },
})

/** A small product with a leading indicator, for tests of it. */
export const product = defineProduct({ system: paper, source: new URL(import.meta.url), models: {}, world })
