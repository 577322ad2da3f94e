import type { Clock } from 'holon'
import { virtualClock } from 'holon/memory'
import { expect, it } from 'vitest'
import { everyPeriod } from './period.ts'

/** A clock whose timers ring late by what a list says, one after the other. */
function lateClock(delays: readonly number[]) {
  const clock = virtualClock()
  const left = [...delays]
  const late: Clock = {
    ...clock,
    after: (ms, call) => clock.after(Math.max(0, ms + (left.shift() ?? 0)), call),
  }
  return { clock, late }
}

it('keeps its mean period, however late single runs are', () => {
  const { clock, late } = lateClock([3, 0, 7, 0, 0, 12])
  const times: number[] = []
  const loop = everyPeriod(late, 20, () => times.push(clock.monotonic()))
  clock.advance(200)
  expect(times).toEqual([23, 40, 67, 80, 100, 132, 140, 160, 180, 200])
  expect(loop.punctuality).toEqual({ ran: 10, missed: 0 })
})

it('leaves out what it could not run, without a burst', () => {
  const { clock, late } = lateClock([0, 65])
  const seen: [number, number][] = []
  const loop = everyPeriod(late, 20, (by) => seen.push([clock.monotonic(), by]))
  clock.advance(140)
  expect(seen).toEqual([
    [20, 0],
    [105, 5],
    [120, 0],
    [140, 0],
  ])
  expect(loop.punctuality).toEqual({ ran: 4, missed: 3 })
})

it('waits for the rest when a timer rings early, and stops for good', () => {
  const { clock, late } = lateClock([-4])
  const times: number[] = []
  const loop = everyPeriod(late, 20, () => {
    times.push(clock.monotonic())
    if (times.length === 2) loop.stop()
  })
  clock.advance(200)
  expect(times).toEqual([20, 40])
})
