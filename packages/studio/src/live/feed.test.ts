import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { StreamListener } from '../wire/event-stream.ts'
import { Feed } from './feed.ts'

/** The far end of a stream. */
class FakeStream {
  left = false
  readonly listener: StreamListener

  constructor(listener: StreamListener) {
    this.listener = listener
  }

  say(type: string, data: unknown): void {
    this.listener.message(type, JSON.stringify(data))
  }
}

let streams: FakeStream[]
let feed: Feed

beforeEach(() => {
  vi.useFakeTimers()
  streams = []
  feed = new Feed((listener) => {
    const stream = new FakeStream(listener)
    streams.push(stream)
    return () => {
      stream.left = true
    }
  })
})

afterEach(() => {
  feed.close()
  vi.useRealTimers()
})

test('hands on typed events until the listener leaves', () => {
  const heard: unknown[] = []
  const leave = feed.listen((event) => heard.push(event))
  feed.open()
  streams[0]?.say('alert', { title: 'drift' })
  leave()
  streams[0]?.say('alert', { title: 'late' })
  expect(heard).toEqual([{ type: 'alert', data: { title: 'drift' } }])
})

test('connects again after a break, more patiently each time, and forgets its failures once open', () => {
  feed.open()
  streams[0]?.listener.lost()
  expect(feed.connection.state).toBe('away')
  expect(streams[0]?.left).toBe(true)
  vi.advanceTimersByTime(500)
  expect(streams).toHaveLength(2)
  streams[1]?.listener.lost()
  vi.advanceTimersByTime(499)
  expect(streams).toHaveLength(2)
  vi.advanceTimersByTime(501)
  expect(streams).toHaveLength(3)
  streams[2]?.listener.opened()
  expect(feed.connection).toEqual({ state: 'open' })
  streams[2]?.listener.lost()
  vi.advanceTimersByTime(500)
  expect(streams).toHaveLength(4)
})

test('tries at once when asked, and only once', () => {
  feed.open()
  streams[0]?.listener.lost()
  feed.open()
  vi.advanceTimersByTime(60_000)
  expect(streams).toHaveLength(2)
})

test('tells its watchers of every change', () => {
  const states: string[] = []
  feed.watch(() => states.push(feed.connection.state))
  feed.open()
  streams[0]?.listener.opened()
  streams[0]?.listener.lost()
  expect(states).toEqual(['open', 'away'])
})

test('passes for having been away when it was told that it missed something', () => {
  feed.open()
  streams[0]?.listener.opened()
  const states: string[] = []
  feed.watch(() => states.push(feed.connection.state))
  streams[0]?.say('dropped', { count: 12 })
  expect(states).toEqual(['away', 'open'])
})
