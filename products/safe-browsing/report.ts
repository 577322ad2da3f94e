import { component, decision, expectedUtility, person } from 'holon'
import { z } from 'zod'
import { longest } from './domain/address.ts'

export const reviewer = person('reviewer', {
  wants: 'to see each disputed address once, with what was said about it and why',
})

export const desk = component('review desk', {
  does: 'decides on disputed addresses; what it finds goes into the next lists and the next data, by hand',
})

/** What somebody says about an answer. */
export const Reported = z.object({
  address: z.string().max(longest).meta({ title: 'Address', dataClass: 'personal' }),
  claim: z.enum(['harmless', 'mine', 'phishing']).meta({ title: 'Claim', dataClass: 'public' }),
  text: z.string().max(2000).default('').meta({ title: 'In their words', dataClass: 'personal' }),
  /** What was met there: the experience of the visit. */
  met: z.enum(['nothing', 'note', 'warning']).meta({ title: 'What was met', dataClass: 'public' }),
})
export type Reported = z.infer<typeof Reported>

/**
 * What becomes of a report. It never reaches the lists, the model or the worth of an experience by itself: a person looks
 * at it. Nor does a flood of reports: one person gets a few a day into the queue, and the others are thanked and dropped.
 */
export const report = decision('report', {
  does: 'puts a disputed address into the queue of the reviewers',
  context: Reported,
  example: {
    address: 'https://bakery.example/login',
    claim: 'mine',
    text: 'This is my shop.',
    met: 'warning',
  },
  uses: [desk],
  experiences: {
    queued: {
      style: 'organize',
      right: 1,
      chance: () => 1,
      atMost: '5 per day',
      handsOver: {
        to: reviewer,
        within: '2 days',
        answer: 'verdict',
        asks: 'Is this address one of phishing?',
      },
      text: () => 'Thank you. A person will look at it within two days.',
    },
    thanked: {
      style: 'silent',
      text: () => 'Thank you. You have sent several reports today; this one is not looked at.',
    },
  },
  policy: expectedUtility(),
  fallback: 'thanked',
  feedback: {
    verdict: {
      value: z.enum(['phishing', 'harmless', 'unclear']),
      kind: 'outcome',
      within: '2 days',
      asks: 'Is this address one of phishing?',
    },
  },
  mistakes: [
    {
      name: 'flood of false reports',
      harms: 'person who browses',
      harm: 'attackers report their own pages as harmless until the warnings stop',
      cost: 300,
      noticedBy: ['verdict'],
      limitedBy: ['reports change nothing by themselves', 'a few reports a day and person'],
      owner: 'safety team',
    },
    {
      name: 'report that nobody reads',
      harms: 'owner of a site',
      harm: 'an honest page stays stopped for days',
      cost: 60,
      noticedBy: ['verdict'],
      limitedBy: ['two days to answer, seen in the queue'],
      owner: 'safety team',
    },
  ],
})
