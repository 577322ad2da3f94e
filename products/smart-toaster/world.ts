import { policy } from 'holon'
import { defineWorld, poisson, season, shift } from 'holon/world'
import { heat } from './heat.ts'
import { smartToaster } from './system.ts'
import { toast } from './toast.ts'
import { breakfast } from './world/breakfast.ts'
import { householdOf } from './world/household.ts'
import { settings } from './world/settings.ts'

/** Households with a taste, a kind of bread and a toaster, which is simulated down to the water in the slice. */
export const world = defineWorld(smartToaster, {
  about:
    'Households toast, mostly in the morning, and now and then two slices in a row. Heat, water and colour follow the equations of the simulated toaster; people have tastes of their own, throw away what is far too dark without judging it, and put a toaster they do not trust into the cupboard. All shares of behaviour are assumptions.',
  start: '2026-03-02',
  people: 20,
  days: 42,
  settings,
  person: householdOf,
  happenings: {
    breakfast: {
      arrivals: poisson<typeof settings>({
        perPersonPerDay: ({ hour, settings: { slices } }) => slices * appetite(hour),
      }),
      story: breakfast,
    },
  },
  scenarios: {
    'new bread': {
      about: 'From the middle on bakers put milk and sugar into everything: it browns half as fast again.',
      changes: [shift('sugar', { to: 1.5, at: '50 %' })],
    },
    'weak mains': {
      about: 'In the second half the mains sink to nine tenths of their voltage.',
      changes: [shift('mains', { to: 0.9, at: '50 %', over: '7 days' })],
    },
    'the scale drifts': {
      about: 'From a quarter of the time on the scale comes to read half too much.',
      changes: [shift('scale', { to: 1.5, at: '25 %', over: '3 days' })],
    },
    'humid weeks': {
      about: 'Bread is moister and drier with the weather, by a seventh.',
      changes: [season('moist', { by: 0.15, period: '2 weeks' })],
    },
    'dark fashion': {
      about: 'Within two weeks everybody comes to like it eight units darker.',
      changes: [shift('fashion', { to: 8, at: '33 %', over: '2 weeks' })],
    },
    'only the angry judge': {
      about: 'From the middle on nobody says that a toast was right.',
      changes: [shift('willing', { to: 0, at: '50 %' })],
    },
  },
  versions: {
    dial: {
      about: 'The fixed dial, and no model.',
      system: {
        ...smartToaster,
        decisions: [{ ...toast, policy: policy('always the dial', () => ({ dial: 1 })) }, heat],
      },
    },
    'without the longest time': {
      about: 'No bound on the seconds but those of the heater itself.',
      system: {
        ...smartToaster,
        decisions: [
          { ...toast, guardrails: toast.guardrails.filter(({ name }) => name !== 'longest time') },
          heat,
        ],
      },
    },
    'hot starts': {
      about: 'A toast may start in a toaster that is still hot.',
      system: {
        ...smartToaster,
        decisions: [
          { ...toast, guardrails: toast.guardrails.filter(({ name }) => name !== 'cool-down') },
          heat,
        ],
      },
    },
  },
  pace: { arrival: '2500 milliseconds', longestWait: '500 milliseconds' },
})

/** Share of a day's slices by the hour, so that they sum to one over a day. */
const appetite = (hour: number): number => (hour >= 6 && hour < 10 ? 4.5 : hour >= 16 && hour < 20 ? 1.5 : 0)
