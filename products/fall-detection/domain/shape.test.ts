import { seededRandom } from 'holon/stats'
import { describe, expect, test } from 'vitest'
import { type Moment, momentsIn } from './moment.ts'
import { isPlainFall } from './plain-fall.ts'
import type { Reading } from './reading.ts'
import { shapeOf } from './shape.ts'
import { feelsLikeFall, isFall, type Pastime, pastimes, simulate } from './simulate.ts'
import { traceLength, traceOf } from './trace.ts'
import { tellMoment } from './words.ts'

function strongestOf(readings: readonly Reading[]): Moment {
  const [first = expect.fail('no moment')] = momentsIn(readings).toSorted(
    (a, b) => shapeOf(b).impact - shapeOf(a).impact,
  )
  return first
}

const falls = (Object.keys(pastimes) as Pastime[]).filter(isFall)

test.each(Object.keys(pastimes) as Pastime[])(
  '%s: a plain fall exactly when it feels like one',
  (pastime) => {
    for (let seed = 1; seed <= 40; seed++) {
      const moments = momentsIn(simulate(pastime, seededRandom(seed)))
      expect(moments.map(shapeOf).some(isPlainFall)).toBe(feelsLikeFall(pastime))
    }
  },
)

describe.each(falls)('%s', (pastime) => {
  test('looks the same however the watch is worn', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const readings = simulate(pastime, seededRandom(seed))
      const turned = readings.map(({ ax, ay, az, gx, gy, gz }) => ({
        ax: ay,
        ay: az,
        az: ax,
        gx: gy,
        gy: gz,
        gz: gx,
      }))
      const [one, other] = [shapeOf(strongestOf(readings)), shapeOf(strongestOf(turned))]
      for (const [name, value] of Object.entries(one)) {
        expect(Math.abs(other[name as keyof typeof one] - value)).toBeLessThanOrEqual(
          1e-3 * Math.max(1, value),
        )
      }
    }
  })

  test('gives a trace in fifty bars', () => {
    const trace = traceOf(strongestOf(simulate(pastime, seededRandom(3))))
    expect(trace).toHaveLength(traceLength)
    for (const bar of trace) expect(bar).toBeGreaterThanOrEqual(0)
  })
})

test('a reader has no moments', () => {
  expect(momentsIn(simulate('rest', seededRandom(1)))).toEqual([])
})

test('a fall is told in words', () => {
  expect(tellMoment(shapeOf(strongestOf(simulate('fall', seededRandom(1)))))).toEqual([
    'A hard blow (8 g or more).',
    'Before it the wrist moved at 4.4 m/s, for 0.6 s nearly in free fall.',
    'It then lay turned by 130°.',
    'No movement after that.',
  ])
})
