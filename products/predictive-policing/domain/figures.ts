import type { Outcome } from './study.ts'
import type { WayName } from './way.ts'

/** What `study(name, 200)` answers: 200 cities of equal crime, 300 days. The page and the README quote it. */
export const figures: Readonly<Record<WayName, Outcome>> = {
  counts: { top: [0.221, 0.278, 0.372], alarms: 0.935, alarmDay: 77 },
  hotSpots: { top: [0.86, 0.869, 0.877], alarms: 1, alarmDay: 28 },
  planner: { top: [0.219, 0.271, 0.372], alarms: 0.935, alarmDay: 84 },
  inverse: { top: [0.159, 0.17, 0.186], alarms: 0.21, alarmDay: 42 },
  calls: { top: [0.15, 0.155, 0.163], alarms: 0.01, alarmDay: 42 },
  slice: { top: [0.161, 0.173, 0.188], alarms: 0, alarmDay: undefined },
}
