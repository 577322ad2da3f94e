import { seededRandom } from 'holon/stats'
import { drawFrom } from 'holon/world'
import { describe, expect, it } from 'vitest'
import { type City, equalCity, usual } from './city.ts'
import { type Days, nextDay } from './day.ts'
import { each, neighbourhoods, parts } from './neighbourhoods.ts'
import { highest, live } from './study.ts'
import { type WayName, ways } from './way.ts'

const years = 24

const topOf = ({ department }: Days): number => highest(parts(department.patrols))
const medianOf = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
const all = (name: WayName) => Array.from({ length: years }, (_, seed) => live(name, seed))
const alarmed = (of: readonly Days[]): number =>
  of.filter(({ department }) => department.alarmDay !== undefined).length

/** An even share of the patrols. */
const even = 1 / neighbourhoods.length

describe('300 days of equal crime', () => {
  it.each([
    ['counts', 0.24, 0.32],
    ['planner', 0.23, 0.32],
    ['hotSpots', 0.8, 0.9],
  ] as const)(
    'run away with %s, and the alarm says so in most cities',
    { timeout: 60_000 },
    (name, low, high) => {
      const cities = all(name)
      const shares = cities.map(topOf)
      expect(medianOf(shares)).toBeGreaterThan(low)
      expect(medianOf(shares)).toBeLessThan(high)
      // Not all of them to the same place: it is chance that picks it.
      const places = cities.map(({ department: { patrols } }) =>
        neighbourhoods.find((one) => patrols[one] === highest(patrols)),
      )
      expect(new Set(places).size).toBeGreaterThan(4)
      expect(alarmed(cities)).toBeGreaterThan(0.75 * years)
    },
  )

  it.each([
    ['inverse', 0.3],
    ['calls', 0.08],
    ['slice', 0.08],
  ] as const)('stay near even with %s', { timeout: 60_000 }, (name, mostAlarms) => {
    const cities = all(name)
    const shares = cities.map(topOf)
    expect(medianOf(shares)).toBeLessThan(0.185)
    expect(Math.max(...shares)).toBeLessThan(0.25)
    expect(alarmed(cities)).toBeLessThanOrEqual(mostAlarms * years)
  })

  it('differ in patrols, not in crime', () => {
    const [naive, remedy] = [live('counts', 1), live('calls', 1)]
    for (const { crimes } of [naive, remedy]) expect(highest(parts(crimes))).toBeLessThan(even * 1.06)
  })

  it('are patrolled evenly once the alarm is heeded', () => {
    const heeded = Array.from({ length: 12 }, (_, seed) => live('hotSpots', seed, { heeds: true, days: 600 }))
    expect(alarmed(heeded)).toBe(12)
    for (const days of heeded) {
      const later = nextDay(equalCity, days, { way: ways.hotSpots, heeds: true }, drawFrom(seededRandom(1)))
      // Eight rounds go round seven neighbourhoods.
      const patrols = each((one) => later.department.patrols[one] - days.department.patrols[one])
      expect(neighbourhoods.map((one) => patrols[one]).toSorted()).toEqual([1, 1, 1, 1, 1, 1, 2])
    }
  })
})

describe('a neighbourhood that really has twice the crime', () => {
  const city: City = { ...equalCity, crimes: each((one) => (one === 'Mill' ? 2 : 1) * usual.crimes) }
  const fair = 2 / 8

  it.each(['inverse', 'calls', 'slice'] as const)('gets its part with %s', { timeout: 60_000 }, (name) => {
    const shares = Array.from(
      { length: 20 },
      (_, seed) => parts(live(name, seed, { city }).department.patrols).Mill,
    )
    // What is drawn evenly does not follow.
    const { slice } = ways[name]
    expect(Math.abs(medianOf(shares) - ((1 - slice) * fair + slice * even))).toBeLessThan(0.03)
  })

  it('gets more and more with counts, its part or not', { timeout: 60_000 }, () => {
    const shares = [100, 1_000].map((days) =>
      medianOf(
        Array.from(
          { length: 12 },
          (_, seed) => parts(live('counts', seed, { city, days }).department.patrols).Mill,
        ),
      ),
    )
    expect(shares[1]).toBeGreaterThan((shares[0] ?? 1) + 0.1)
    expect(shares[1]).toBeGreaterThan(fair + 0.1)
  })
})
