import { expect, test } from 'vitest'
import { DeviceMotionReader } from './device-motion.ts'
import { GravityFilter } from './gravity.ts'
import { hertz, type Reading } from './reading.ts'
import { Resampler } from './resampler.ts'

const rotationRate = { alpha: 3, beta: 1, gamma: 2 }

test('phones that know gravity are read as they are, in g and about the axes of the acceleration', () => {
  const acceleration = { x: 9.80665, y: 0, z: -19.6133 }
  const read = new DeviceMotionReader().read(
    { acceleration, accelerationIncludingGravity: null, rotationRate },
    0,
  )
  expect(read).toEqual({ ax: 1, ay: 0, az: -2, gx: 1, gy: 2, gz: 3 })
})

test('of phones that do not, what is steady is gravity', () => {
  const reader = new DeviceMotionReader()
  const accelerationIncludingGravity = { x: 0, y: 0, z: 9.80665 }
  const read = (at: number, x: number) =>
    reader.read(
      {
        acceleration: null,
        accelerationIncludingGravity: { ...accelerationIncludingGravity, x },
        rotationRate,
      },
      at,
    )
  expect(read(0, 0)).toMatchObject({ ax: 0, ay: 0, az: 0 })
  expect(read(20, 30)?.ax).toBeGreaterThan(2.9)
})

test('a phone without a gyroscope, or with silent sensors, says nothing', () => {
  const acceleration = { x: 0, y: 0, z: 0 }
  const reader = new DeviceMotionReader()
  const without = { acceleration, accelerationIncludingGravity: null, rotationRate: null }
  expect(reader.read(without, 0)).toBeUndefined()
  expect(reader.read({ ...without, acceleration: null, rotationRate }, 20)).toBeUndefined()
})

test('gravity follows a new orientation within seconds', () => {
  const filter = new GravityFilter()
  filter.remove([0, 0, 1], 0)
  for (let i = 0; i < 3 * hertz; i++) filter.remove([0, 1, 0], 1 / hertz)
  expect(Math.hypot(...filter.remove([0, 1, 0], 1 / hertz))).toBeLessThan(0.02)
})

const at = (ax: number): Reading => ({ ax, ay: 0, az: 0, gx: 0, gy: 0, gz: 0 })

test('an uneven stream becomes an even one along straight lines', () => {
  const resampler = new Resampler()
  const times = [0, 13, 31, 38, 60, 99, 120]
  const out = times.flatMap((time) => resampler.push(time, at(time / 100)).readings)
  expect(out.map(({ ax }) => ax)).toEqual(
    [0, 0.2, 0.4, 0.6, 0.8, 1, 1.2].map((one) => expect.closeTo(one, 9)),
  )
})

test('a gap begins anew, and what is late is left out', () => {
  const resampler = new Resampler()
  expect(resampler.push(0, at(1)).anew).toBe(true)
  expect(resampler.push(20, at(1))).toMatchObject({ anew: false, readings: [at(1)] })
  expect(resampler.push(5, at(1)).readings).toEqual([])
  expect(resampler.push(2000, at(2))).toEqual({ anew: true, readings: [at(2)] })
})
