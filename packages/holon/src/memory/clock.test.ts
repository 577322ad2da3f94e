import { expect, it, vi } from 'vitest'
import { systemClock, virtualClock } from './clock.ts'

it('calls timers in order of their time, those of one time in the order they were set', () => {
  const clock = virtualClock(1000)
  const calls: [string, number][] = []
  const note = (name: string) => () => calls.push([name, clock.now()])
  clock.after(30, note('c'))
  clock.after(10, note('a'))
  clock.after(30, note('d'))
  clock.after(20, note('b'))
  clock.advance(29)
  expect(calls).toEqual([
    ['a', 1010],
    ['b', 1020],
  ])
  expect(clock.now()).toBe(1029)
  clock.advance(1)
  expect(calls.slice(2)).toEqual([
    ['c', 1030],
    ['d', 1030],
  ])
})

it('calls a timer that was set on the way, and not one that was cancelled', () => {
  const clock = virtualClock()
  const calls: number[] = []
  const every = () => {
    calls.push(clock.monotonic())
    clock.after(10, every)
  }
  clock.after(10, every)
  const cancel = clock.after(15, () => calls.push(-1))
  clock.after(12, cancel)
  clock.advance(35)
  expect(calls).toEqual([10, 20, 30])
  expect(clock.due()).toBe(40)
})

it('refuses to go back', () => {
  expect(() => virtualClock().advance(-1)).toThrow(expect.objectContaining({ code: 'input-invalid' }))
  expect(() => virtualClock().advance(Number.NaN)).toThrow(expect.objectContaining({ code: 'input-invalid' }))
})

it('waits for delays longer than a timer of the platform takes', () => {
  vi.useFakeTimers()
  try {
    const years = 3 * 365 * 86_400_000
    let called = 0
    const clock = systemClock()
    clock.after(years, () => called++)
    const cancel = clock.after(years, () => called++)
    vi.advanceTimersByTime(years / 2)
    cancel()
    vi.advanceTimersByTime(years / 2 - 1)
    expect(called).toBe(0)
    vi.advanceTimersByTime(1)
    expect(called).toBe(1)
  } finally {
    vi.useRealTimers()
  }
})

it('reads the machine', () => {
  const clock = systemClock()
  expect(Math.abs(clock.now() - Date.now())).toBeLessThan(1000)
  const earlier = clock.monotonic()
  expect(clock.monotonic()).toBeGreaterThanOrEqual(earlier)
})
