import { alarmSystem } from '../runtime/alarm.fixture.ts'
import { poisson } from './arrivals.ts'
import { answers } from './behaviour.ts'
import { defineWorld } from './declaration.ts'
import type { Draw } from './draw.ts'
import { begins, shift } from './scenario.ts'

/** A small world around the alarms: neighbours who hear of dangers, some of which are real. */
export const alarmWorld = defineWorld(alarmSystem, {
  about: 'Neighbours who are warned, and are angry when there was nothing.',
  start: '2026-03-02',
  people: 40,
  days: 10,
  settings: { danger: 0.3, usually: 0.3, angry: 0.9 },
  person: (draw: Draw) => ({ area: draw.one(['north', 'south']), asked: 0 }),
  environment: () => ({ dangers: 0 }),
  happenings: {
    danger: {
      arrivals: poisson({ perPersonPerDay: ({ hour }) => (hour < 6 ? 1 : 3) }),
      story: async ({ person, draw, settings, environment, decide, wait, feedback, truth, note }) => {
        const real = draw('danger').chance(settings.danger)
        if (real) environment.dangers++
        const seen = await decide(
          'alarm',
          { risk: draw('risk').beta(real ? 4 : 2, real ? 2 : 4), area: person.area },
          { truth: real },
        )
        await wait('10 minutes')
        const useful = seen.experience === 'nothing' ? !real : real
        truth(seen.id, 'useful', useful)
        person.asked++
        const willing = { usually: settings.usually, angry: settings.angry }
        if (answers(willing, { content: useful ? 1 : 0 }, draw('answers')))
          await feedback(seen.id, 'useful', useful)
        await wait('3 hours')
        note('dangers', Number(real))
        truth(seen.id, 'happened', real)
        if (real) await feedback(seen.id, 'happened', real)
      },
    },
    prank: {
      dormant: true,
      arrivals: poisson({ perDay: 50 }),
      who: 'nobody',
      story: async ({ decide }) => {
        await decide('alarm', { risk: 0.99, area: 'north' }, { subject: null, truth: false })
      },
    },
  },
  scenarios: {
    pranks: {
      about: 'Somebody plays pranks.',
      changes: [begins('prank', { at: 'day 4', lasting: '2 days' })],
    },
    war: {
      about: 'It becomes dangerous.',
      changes: [shift('danger', { to: 0.9, at: 'day 5', over: '1 day' })],
    },
  },
  pace: { arrival: '1 second', longestWait: '2 seconds' },
})
