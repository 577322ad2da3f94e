import { answers, type Draw, defineWorld, poisson } from 'holon/world'
import { taxes, toneOf } from './system.ts'

/** What is planted. All chances are added to what somebody would do anyway. */
const settings = {
  /** How much more, or less, somebody files and finds it useful who was told the truth, or not. */
  heeded: 0,
  /** How much more they do who read calm words. */
  calmed: 0,
  /** How much more who is urged opens it, and how much less they return. */
  urged: 0,
  frightened: 0,
}

/**
 * People who file their taxes in several sittings. They differ in how easily they do: sittings of one person are alike. They
 * answer sometimes, the discontent more often; what they do later is seen in the end.
 */
export const world = defineWorld(taxes, {
  about: 'Four in ten returns are examined. People come every third day; nobody knows in which arm they are.',
  start: '2026-03-02',
  people: 300,
  days: 14,
  settings,
  person: (draw: Draw) => ({ ease: draw.uniform(-0.2, 0.2), usually: draw.uniform(0.2, 0.6) }),
  happenings: {
    sitting: {
      arrivals: poisson({ perPersonPerDay: () => 1 / 3 }),
      story: async ({ person, draw, settings, decide, wait, feedback }) => {
        const examined = draw('truth').chance(0.4)
        const seen = await decide('meter', { hurry: draw('hurry').next() }, { truth: examined })
        const tone = toneOf(seen.text ?? '')
        const right = (seen.parameters.level === 'high') === examined
        const gain = settings.heeded * (right ? 1 : -1) + (tone === 'calm' ? settings.calmed : 0)
        await wait('10 minutes')
        const isOpened = draw('opened').chance(0.3 + person.ease + (tone === 'urgent' ? settings.urged : 0))
        if (isOpened) await feedback(seen.id, 'opened', true)
        const isUseful = draw('useful').chance(0.5 + person.ease + gain)
        if (answers({ usually: person.usually, angry: 0.7 }, { content: isUseful ? 1 : 0 }, draw('answers')))
          await feedback(seen.id, 'useful', isUseful)
        if (draw('filed').chance(0.5 + person.ease + gain)) await feedback(seen.id, 'filed', true)
        await wait('6 hours')
        if (examined) await feedback(seen.id, 'examined', true)
        const stays = 0.6 + person.ease - (tone === 'urgent' ? settings.frightened : 0)
        if (!draw('returned').chance(stays)) return
        await wait(draw('later').uniform(0.5, 2.5) * 86_400_000)
        await feedback(seen.id, 'returned', true)
      },
    },
  },
  pace: { arrival: '1 second', longestWait: '2 seconds' },
})
