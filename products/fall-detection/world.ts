import { limit } from 'holon'
import { defineWorld, poisson, season, shift } from 'holon/world'
import { alarm } from './decision.ts'
import { fallDetection } from './system.ts'
import { call, move } from './world/day.ts'
import { settings } from './world/settings.ts'
import { wearerOf } from './world/wearer.ts'

const withoutPlainRule = {
  ...alarm,
  guardrails: alarm.guardrails.filter(({ name }) => name !== 'a plain fall is asked about'),
}

/** People who wear the watch, fall, knock at tables and live on, and those who look after them. */
export const world = defineWorld(fallDetection, {
  about:
    'Wearers of different frailty make strong movements, some of them falls; what the sensor feels is simulated reading by reading. They answer the question or cannot, their caretakers look the later the more often they were called in vain, and who is asked for nothing takes the watch off. Falls are far more frequent than in life, as often as where the model learned; all shares of behaviour are assumptions.',
  start: '2026-01-05',
  people: 40,
  days: 90,
  settings,
  person: wearerOf,
  happenings: {
    movement: {
      arrivals: poisson<typeof settings>({
        perPersonPerDay: ({ hour, settings: { movements } }) => movements * wakefulness(hour),
      }),
      story: move,
    },
    call: {
      arrivals: poisson<typeof settings>({ perPersonPerDay: ({ settings: { calls } }) => calls }),
      story: call,
    },
  },
  scenarios: {
    'life as it is': {
      about: 'Of all strong movements one in two thousand is a fall, as in life.',
      changes: [shift('falls', { to: 0.0005, at: 'day 0' })],
    },
    'ball games': {
      about: 'From a third of the time on wearers go bowling, which the model has never seen.',
      changes: [shift('games', { to: 0.3, at: '33 %' })],
    },
    'sensors wear out': {
      about: 'In the second half sensors come to read half of what there is.',
      changes: [shift('gain', { to: 0.5, at: '50 %', over: '30 days' })],
    },
    'icy month': {
      about: 'Falls swing with the weather: twice as many, then hardly any.',
      changes: [season('falls', { by: 0.9, period: '2 months' })],
    },
    holidays: {
      about: 'From the middle on caretakers look four times as late.',
      changes: [shift('looking', { to: 180, at: '50 %' })],
    },
    'nobody answers': {
      about: 'From the middle on wearers wave questions away less often: one in four answers in time.',
      changes: [shift('attentive', { to: 0.25, at: '50 %' })],
    },
  },
  versions: {
    'no budget': {
      about: 'Wearers may be asked as often as it is worth.',
      system: { ...fallDetection, decisions: [{ ...alarm, limits: [] }] },
    },
    'two a week': {
      about: 'Two questions a week and person, plain falls aside.',
      system: {
        ...fallDetection,
        decisions: [{ ...alarm, limits: [limit('questions', { forcefulness: 0.5, atMost: '2 per week' })] }],
      },
    },
    'without the plain rule': {
      about: 'A plain fall may pass in silence where the budget is spent or the model sees nothing.',
      system: { ...fallDetection, decisions: [withoutPlainRule] },
    },
  },
  pace: { arrival: '1500 milliseconds', longestWait: '15 seconds' },
})

/** Share of a day's movements by the hour, so that they sum to one over a day. */
const wakefulness = (hour: number): number => (hour < 7 || hour >= 22 ? 0.1 : 1.54)
