import type { WriteStream } from 'node:tty'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { progressOn } from './progress.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

function written(isTTY: boolean, steps: readonly (readonly [wait: number, done: number])[]): string {
  let text = ''
  const write = (more: string): boolean => {
    text += more
    return true
  }
  const progress = progressOn({ isTTY, write } as unknown as WriteStream)
  for (const [wait, done] of steps) {
    vi.advanceTimersByTime(wait)
    progress(done, 1000)
  }
  return text
}

test('a quick catch-up is silent', () => {
  expect(
    written(true, [
      [10, 500],
      [10, 1000],
    ]),
  ).toBe('')
})

test('a long one is told in place on a terminal, and ends its line', () => {
  const text = written(true, [
    [150, 100],
    [10, 200],
    [150, 555],
    [10, 1000],
  ])
  expect(text).toBe(
    '\rBringing the warehouse up to date: 10 %\rBringing the warehouse up to date: 55 %\rBringing the warehouse up to date: 100 %\n',
  )
})

test('elsewhere it is a line now and then', () => {
  expect(
    written(false, [
      [150, 100],
      [2_000, 200],
      [150, 300],
      [2_000, 1000],
    ]),
  ).toBe('Bringing the warehouse up to date: 20 %\nBringing the warehouse up to date: 100 %\n')
})
