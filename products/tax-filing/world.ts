import { expectedUtility } from 'holon'
import { defineWorld, poisson, shift } from 'holon/world'
import { meter } from './decision.ts'
import { taxFiling } from './system.ts'
import { customerOf } from './world/customer.ts'
import { fileReturn } from './world/filing.ts'
import { settings } from './world/settings.ts'

/**
 * Share of a year's returns by month: as the weekly filing statistics of the IRS show them, most between the end of
 * January and the deadline in April, and those with an extension until October. Rounded by us.
 */
const shares = [0.03, 0.3, 0.28, 0.25, 0.03, 0.01, 0.01, 0.01, 0.02, 0.05, 0.005, 0.005]

/** People who file here year after year, a tax office that examines some of them later, and laws that change. */
export const world = defineWorld(taxFiling, {
  about:
    'Households that file about once a year, meet the meter, look again or not, answer some of what they are asked, and come back or not. An office examines some returns one to two and a half years later, those that are wrong more often. Who errs how often follows the data the model learned from; all shares of behaviour are assumptions.',
  start: '2026-01-01',
  people: 300,
  days: 5 * 365,
  settings,
  person: customerOf,
  happenings: {
    return: {
      arrivals: poisson({ perPersonPerDay: ({ month }) => (shares[month] ?? 0) / 30.4 }),
      story: fileReturn,
    },
  },
  scenarios: {
    'law changes': {
      about: 'From the third year on other rules hold for businesses, and most who have one err at first.',
      changes: [shift('businessRules', { to: 3, at: 'day 730' })],
    },
    'ever more complicated': {
      about: 'Returns grow more complicated from the second year on, for everybody.',
      changes: [shift('carelessness', { to: 1.5, at: 'day 365', over: '3 years' })],
    },
    'careful years': {
      about: 'From the second year on employers fill in most of it: next to nobody errs any more.',
      changes: [shift('carelessness', { to: -2, at: 'day 365' })],
    },
    'word gets round': {
      about:
        'In the course of the second year it gets round how to make the meter read low, and half of all try it.',
      changes: [shift('gamers', { to: 0.5, at: 'day 365', over: '1 year' })],
    },
    'nobody is examined': {
      about: 'From the third year on the office examines one in fifty of those it examined.',
      changes: [shift('examined', { to: 0.002, at: 'day 730' })],
    },
    'angry season': {
      about: 'From the second year on only those who are angry say anything.',
      changes: [shift('willing', { to: 0.02, at: 'day 365' })],
    },
  },
  versions: {
    'more second looks': {
      about: 'A second look is worth more and costs less when needless: more people are asked for one.',
      system: withReview({ right: 8, wrong: -1 }),
    },
    'no second look': {
      about: 'The meter is shown, and nobody is asked to look again.',
      system: withReview({ right: 0, wrong: -10 }),
    },
    'no false comfort guardrail': {
      about: 'A return in which something stands out may be called low.',
      system: {
        ...taxFiling,
        decisions: [
          { ...meter, guardrails: meter.guardrails.filter(({ name }) => name !== 'no false comfort') },
        ],
      },
    },
    'explores more': {
      about: 'One reading in five is drawn at random.',
      system: { ...taxFiling, decisions: [{ ...meter, policy: expectedUtility({ explore: 0.2 }) }] },
    },
  },
  pace: { arrival: '900 milliseconds', longestWait: '3 seconds' },
})

/** The system, with another worth of the second look. */
function withReview(worth: { readonly right?: number; readonly wrong?: number }): typeof taxFiling {
  const experiences = meter.experiences.map((one) => (one.name === 'review' ? { ...one, ...worth } : one))
  return { ...taxFiling, decisions: [{ ...meter, experiences }] }
}
