import { expect, it } from 'vitest'
import { figures } from './figures.ts'
import { study } from './study.ts'
import { type WayName, ways } from './way.ts'

it.each(Object.keys(ways) as WayName[])(
  'the quoted figures of %s are those of many cities',
  { timeout: 60_000 },
  (name) => {
    const cities = 20
    const { top, alarms } = study(name, cities)
    const quoted = figures[name]
    // The median of 20 is within a third of the spread of the 200 that are quoted.
    expect(Math.abs(top[1] - quoted.top[1])).toBeLessThan(0.005 + (quoted.top[2] - quoted.top[0]) / 3)
    expect(Math.abs(alarms - quoted.alarms)).toBeLessThan(0.2)
  },
)
