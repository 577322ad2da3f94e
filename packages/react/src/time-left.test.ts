import { describe, expect, test } from 'vitest'

import { TimeLeft } from './time-left.ts'

const at = (wall: number, steady = wall) => ({ wall, steady })

describe('what is left', () => {
  test('stands until it is resumed, then goes by to 0 and stays there', () => {
    const time = new TimeLeft(10_000)
    expect([time.left(at(5_000)), time.isRunning]).toEqual([10_000, false])
    time.resume(at(5_000))
    expect([5_000, 8_000, 15_000, 99_000].map((wall) => time.left(at(wall)))).toEqual([10_000, 7_000, 0, 0])
    expect(time.isRunning).toBe(true)
  })

  test('goes by while a device sleeps and its steady clock stands', () => {
    const time = new TimeLeft(10_000)
    time.resume(at(0))
    expect(time.left(at(8_000, 100))).toBe(2_000)
  })

  test('is not more when somebody sets the clock back', () => {
    const time = new TimeLeft(10_000)
    time.resume(at(0))
    expect(time.left(at(-3_600_000, 4_000))).toBe(6_000)
    expect(time.left(at(-1, -1))).toBe(10_000)
  })

  test('stands while paused, however often that is said', () => {
    const time = new TimeLeft(10_000)
    time.resume(at(0))
    time.resume(at(1_000))
    time.pause(at(4_000))
    time.pause(at(9_000))
    expect(time.left(at(100_000))).toBe(6_000)
    time.resume(at(100_000))
    expect(time.left(at(101_000))).toBe(5_000)
  })

  test('is 0 of nothing and of less', () => {
    expect(new TimeLeft(-5).left(at(0))).toBe(0)
  })
})
