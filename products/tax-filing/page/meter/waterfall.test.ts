import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { MeterReading } from '../../meter.ts'
import { waterfallOf } from './waterfall.ts'

const reading = (percent: number, bys: readonly number[]): MeterReading => ({
  level: 'low',
  percent,
  examined: null,
  guarantee: 'included',
  drivers: bys.map((by, index) => ({ fact: `fact ${index}`, value: 'x', by })),
})
const share = fc.double({ min: 0, max: 100, noNaN: true })
const points = fc.double({ min: -60, max: 60, noNaN: true })

it('leads step by step from the typical return to this one', () => {
  fc.assert(
    fc.property(
      share,
      fc.option(share, { nil: undefined }),
      fc.array(points, { maxLength: 5 }),
      (end, base, bys) => {
        const { falls, ...way } = waterfallOf(reading(end, bys), base)
        const stops = [way.base, ...falls.map(({ to }) => to)]
        expect(falls.map(({ from }) => from)).toEqual(stops.slice(0, -1))
        expect(Math.abs((stops.at(-1) ?? Number.NaN) - end)).toBeLessThanOrEqual(0.3)
        for (const stop of stops) expect(way.top).toBeGreaterThanOrEqual(stop)
      },
    ),
  )
})

it('names what is left over only where there is something', () => {
  const labels = (base: number) => waterfallOf(reading(12, [3, -1]), base).falls.map(({ label }) => label)
  expect(labels(10)).toEqual(['fact 0', 'fact 1'])
  expect(labels(20)).toEqual(['fact 0', 'fact 1', 'Everything else'])
})
