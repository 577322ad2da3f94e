import type { Noticed } from 'holon'
import { expect, test } from 'vitest'
import { marksOf } from './marks.ts'

test('numbers scenarios, and says of each how late it was noticed', () => {
  const noticed: readonly Noticed[] = [
    { day: 40, by: 'scenario', what: 'model outage: all models out' },
    { day: 41, by: 'scenario', what: 'model outage: over' },
    { day: 42, by: 'monitor', what: 'fallbacks', late: 2 },
    { day: 3, by: 'monitor', what: 'drift of wages' },
    { day: 10, by: 'scenario', what: 'launch' },
    { day: 12.5, by: 'monitor', what: 'drift of wages', late: 2.5 },
    { day: 14, by: 'monitor', what: 'satisfaction missed', late: 4 },
  ]
  expect(marksOf(noticed).map(({ key: _, ...mark }) => mark)).toEqual([
    { day: 3, by: 'monitor', what: 'drift of wages' },
    { day: 10, by: 'scenario', what: 'launch', number: 1, late: 2.5 },
    { day: 12.5, by: 'monitor', what: 'drift of wages', late: 2.5 },
    { day: 14, by: 'monitor', what: 'satisfaction missed', late: 4 },
    { day: 40, by: 'scenario', what: 'model outage: all models out', number: 2, late: 2 },
    { day: 41, by: 'scenario', what: 'model outage: over' },
    { day: 42, by: 'monitor', what: 'fallbacks', late: 2 },
  ])
})
