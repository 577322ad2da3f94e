import { defineSystem, type System } from 'holon'
import { seededRandom } from 'holon/stats'
import { type Arrivals, defineWorld, drawFrom, type Happening, poisson, type Settings } from 'holon/world'
import { expect, it } from 'vitest'
import { type Arrival, arrivalsIn } from './live-arrivals.ts'

const system: System = defineSystem('trial', { purpose: 'trial', people: [], decisions: [], goals: [] })
type Trial = Happening<System, unknown, unknown, Settings>
const day = 86_400_000

const worldOf = (happenings: Readonly<Record<string, Trial>>) =>
  defineWorld<System, unknown, Settings, unknown>(system, {
    ...{ about: 'a trial', start: '2026-03-01', people: 4, days: 1, settings: {} },
    ...{ person: () => ({}), happenings, pace: { arrival: '1 second', longestWait: '1 second' } },
  })

const story = () => undefined
const once = (at: number): Arrivals => ({
  words: 'once',
  next: (after) => (after < at ? at : undefined),
})

function first(n: number, happenings: Readonly<Record<string, Trial>>): readonly Arrival[] {
  const found: Arrival[] = []
  for (const arrival of arrivalsIn(worldOf(happenings), drawFrom(seededRandom(1)))) {
    found.push(arrival)
    if (found.length === n) break
  }
  return found
}

it('mixes what happens as often as the world says', () => {
  const often: Trial = { arrivals: poisson({ perPersonPerDay: 3 }), story }
  const seldom: Trial = { arrivals: poisson({ perDay: 4 }), who: 'nobody', story }
  const arrivals = first(4000, { often, seldom })
  const share = arrivals.filter(({ happening }) => happening === seldom).length / 4000
  expect(share).toBeGreaterThan(0.22)
  expect(share).toBeLessThan(0.28)
  expect(arrivals.every(({ number, happening }) => (number === 0) === (happening === seldom))).toBe(true)
  expect(arrivals.map(({ at }) => at)).toEqual(arrivals.map(({ at }) => at).sort((a, b) => a - b))
})

it('lets what happens to everybody happen to one after the other, each once', () => {
  const start = Date.parse('2026-03-01')
  const arrivals = first(9, { spring: { arrivals: once(start + 3 * day), who: 'everyone', story } })
  expect(arrivals.map(({ number }) => number).sort()).toEqual([1, 2, 3, 4])
  expect(new Set(arrivals.map(({ at }) => at))).toEqual(new Set([start + 3 * day]))
})

it('tells the rates what time it is, from hour to month', () => {
  const seen: unknown[] = []
  const arrivals: Arrivals = {
    words: 'looks at the moment',
    next: (after, momentAt) => {
      seen.push(momentAt(after + 1.5 * day))
      return undefined
    },
  }
  expect(first(1, { looking: { arrivals, story } })).toEqual([])
  expect(seen[0]).toEqual({
    at: Date.parse('2026-03-02T12:00Z'),
    ...{ day: 1.5, hour: 12, weekday: 1, month: 2, settings: {}, people: 4, traffic: 1 },
  })
})

it('leaves out what only a scenario begins', () => {
  expect(first(3, { attack: { arrivals: poisson({ perDay: 9 }), dormant: true, story } })).toEqual([])
})
