import { z } from 'zod'
import { policy } from '../decide/policies/custom.ts'
import { auc, rate } from '../measure/build.ts'
import { decision } from '../system/decision.ts'
import { goal } from '../system/goal.ts'
import { model } from '../system/model.ts'
import { person } from '../system/person.ts'
import { probability } from '../system/prediction.ts'
import { defineSystem } from '../system/system.ts'
import { every } from './arrivals.ts'
import { defineWorld } from './declaration.ts'

const scorer = model('scorer', {
  does: 'says how likely a case is real',
  features: z.object({ day: z.number() }),
  predicts: probability(),
})

const check = decision('check', {
  does: 'puts a case into the list of the reviewer',
  context: z.object({ day: z.number().meta({ dataClass: 'public' }) }),
  example: { day: 0 },
  model: scorer.from(({ day }: { day: number }) => ({ day })),
  experiences: { list: { style: 'organize', right: 1 } },
  policy: policy('all', () => ({ list: 1 })),
  fallback: 'list',
  feedback: {
    real: { value: z.boolean().meta({ dataClass: 'public' }) },
    looked: { value: z.boolean().meta({ dataClass: 'public' }) },
    mended: { value: z.boolean().meta({ dataClass: 'public' }) },
  },
  mistakes: [],
})

const system = defineSystem('reviews', {
  purpose: 'to look at the worst first',
  people: [person('reviewer', { wants: 'to look at real cases only' })],
  decisions: [check],
  goals: [
    goal('mended', {
      ...{ layer: 'organization', why: 'that is what it is for', unit: 'share of real cases' },
      ...{ measure: rate(check.feedback.mended.is(true)), atLeast: 0.5 },
    }),
    goal('looks', {
      ...{ layer: 'system', why: 'looking is work', unit: 'share of cases' },
      ...{ measure: rate(check.feedback.looked.is(true)), atMost: 0.5 },
    }),
    goal('ranking', {
      ...{ layer: 'model', why: 'the list is in this order', unit: '' },
      ...{ measure: auc(check.prediction, check.feedback.real.is(true)), atLeast: 0.7 },
    }),
  ],
})

/** Cases of a day, the share of them that are real, and at how many a reviewer looks. */
export const casesADay = 240
export const realShare = 0.2
export const looksADay = 80

/**
 * A reviewer looks at the likeliest cases of each day, and a workshop mends what is real of them, up to so many a day:
 * once a ranking fills the workshop a better one buys nothing.
 */
export const reviewerWorld = defineWorld(system, {
  about: 'More real cases a day than a workshop can mend.',
  start: '2026-03-02',
  people: 1,
  days: 6,
  settings: { workshop: 32 },
  person: () => ({}),
  happenings: {
    morning: {
      arrivals: every('1 day'),
      who: 'nobody',
      story: async ({ draw, settings, day, decide, feedback, truth }) => {
        const cases = []
        for (let i = 0; i < casesADay; i++) {
          const real = draw('real').chance(realShare)
          const seen = await decide('check', { day: Math.floor(day()) }, { subject: null, truth: real })
          cases.push({ real, said: Number(seen.prediction), id: seen.id })
        }
        cases.sort((a, b) => b.said - a.said)
        let mended = 0
        for (const [place, { real, id }] of cases.entries()) {
          const looked = place < looksADay
          const repaired = looked && real && mended < settings.workshop
          if (repaired) mended++
          for (const tell of [feedback, truth]) {
            await tell(id, 'real', real)
            await tell(id, 'looked', looked)
            if (real) await tell(id, 'mended', repaired)
          }
        }
      },
    },
  },
  pace: { arrival: '1 second', longestWait: '1 second' },
})
