import { expect, it } from 'vitest'
import { highest } from '../../domain/study.ts'
import { changed, isStopped, lastDay, newRun, sharesUntil } from './run.ts'

const live = (days: number) => ({ do: 'live', days }) as const

it('gives the same city for the same changes, in one go or day by day', () => {
  const whole = changed(newRun(3), live(40))
  let parts = newRun(3)
  for (let day = 0; day < 40; day++) parts = changed(parts, live(1))
  expect(parts).toEqual(whole)
  expect(changed(newRun(4), live(40)).days).not.toEqual(whole.days)
})

it('ends on the last day', () => {
  expect(changed(newRun(1), live(lastDay + 50)).past).toHaveLength(lastDay)
})

it('keeps what is on file when patrols are sent in another way, and forgets it in another city', () => {
  const hot = changed(changed(newRun(1), { do: 'take', way: 'hotSpots' }), live(100))
  expect(highest(sharesUntil(hot, 100))).toBeGreaterThan(0.7)
  const switched = changed(hot, { do: 'take', way: 'calls' })
  expect(switched.days).toBe(hot.days)
  expect(highest(sharesUntil(changed(switched, live(60)), 160))).toBeLessThan(0.25)
  const moved = changed(switched, { do: 'move', seed: 2 })
  expect(moved).toMatchObject({ past: [], way: 'calls', seed: 2 })
})

it('is stopped by an alarm only where it is heeded', () => {
  const hot = changed(changed(newRun(1), { do: 'take', way: 'hotSpots' }), live(200))
  expect(hot.days.department.alarmDay).toBeDefined()
  expect(isStopped(hot)).toBe(false)
  expect(isStopped(changed(hot, { do: 'heed', heeds: true }))).toBe(true)
})
