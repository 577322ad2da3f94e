import { decision, defineSystem, goal, open, policy, type Running, rate } from 'holon'
import { virtualClock } from 'holon/memory'
import { seededRandom } from 'holon/stats'
import { z } from 'zod'
import { serveStudio } from './serve-studio.ts'

const levels = [-1, -0.6, -0.3, 0.3, 0.6, 1]

const teaser = decision('teaser', {
  does: 'shows a teaser',
  context: z.object({}),
  example: {},
  experiences: {
    teaser: {
      style: 'annotate',
      parameters: z.object({ loudness: z.number() }),
      fill: () => ({ loudness: 0 }),
    },
    nothing: { style: 'silent' },
  },
  policy: policy('always', () => ({ teaser: 1 })),
  fallback: 'nothing',
  feedback: {
    clicked: { value: z.boolean() },
    returned: { value: z.boolean() },
    subscribed: { value: z.boolean() },
  },
  mistakes: [],
  variants: Object.fromEntries(
    levels.map((level) => [
      `loudness ${level}`,
      { does: `is as loud as ${level}`, experiences: { teaser: { fill: () => ({ loudness: level }) } } },
    ]),
  ),
})

const { clicked, returned, subscribed } = teaser.feedback

const returning = goal('readers who return', {
  layer: 'organization',
  why: 'who returns may subscribe one day',
  unit: '%',
  measure: rate(returned.is(true)),
  atLeast: 0.3,
})

const subscribing = goal('readers who subscribe', {
  layer: 'organization',
  why: 'they pay for the paper',
  unit: '%',
  measure: rate(subscribed.is(true)),
  atLeast: 0.3,
})

/** A paper whose clicks tell of subscriptions, and mislead about readers who return. */
const paper = defineSystem('paper', {
  purpose: 'to be read',
  people: [],
  decisions: [teaser],
  goals: [
    returning,
    subscribing,
    goal('clicks', {
      layer: 'leading',
      why: 'who clicks is interested',
      unit: '%',
      measure: rate(clicked.is(true)),
      atLeast: 0.2,
      supports: [returning, subscribing],
    }),
  ],
})

/** The studio over a paper on which six flights have ended. */
export async function servePaper(studio: string) {
  const clock = virtualClock(Date.UTC(2026, 0, 5))
  const holon = await open(paper, { clock, random: seededRandom('paper') })
  const readers = seededRandom('readers')
  const signed = { by: 'an editor', reason: 'to see' }
  for (const [i, level] of levels.entries()) {
    const name = `louder-${i + 1}`
    await holon.startFlight({
      ...{ name, about: 'Louder teasers are clicked.', decision: 'teaser', share: 1, main: 'clicks' },
      ...{ arms: { declared: {}, varied: { variant: `loudness ${level}` } }, ...signed },
    })
    for (let reader = 0; reader < 500; reader++) {
      clock.advance(60_000)
      const { id, ...seen } = await holon.decide('teaser', {}, { subject: `${name} ${reader}` })
      const loud = seen.experience === 'teaser' ? seen.parameters.loudness : 0
      await holon.feedback(id, 'clicked', readers.next() < 0.35 + 0.25 * loud)
      await holon.feedback(id, 'returned', readers.next() < 0.45 - 0.25 * loud)
      await holon.feedback(id, 'subscribed', readers.next() < 0.45 + 0.25 * loud)
    }
    await holon.stopFlight(name, signed)
  }
  return serveStudio(studio, { systems: [holon as unknown as Running] }, () => holon.close())
}
