import { useEffect, useRef, useState } from 'react'

import { moment, TimeLeft } from './time-left.ts'
import { useLatest } from './use-latest.ts'

/** How a countdown stands. */
export interface CountdownState {
  /** Whole seconds that are left, rounded up: 0 only at the end. */
  readonly left: number
  readonly status: 'running' | 'paused' | 'stopped' | 'ended'
  pause(): void
  resume(): void
  /** Ends it without `onEnd`. */
  stop(): void
}

const second = 1_000

/**
 * Counts down from a number of seconds, by the clock and not by its ticks: a page that slept is right the moment it
 * wakes. Starts when mounted; give the component another `key` to start anew. `onEnd` is called once, unless it was
 * stopped or unmounted before.
 */
export function useCountdown(seconds: number, onEnd: () => void): CountdownState {
  const [time] = useState(() => new TimeLeft(seconds * second))
  const [left, setLeft] = useState(() => Math.ceil(Math.max(0, seconds)))
  const [status, setStatus] = useState<CountdownState['status']>('running')
  const end = useLatest(onEnd)
  const hasEnded = useRef(false)

  useEffect(() => {
    if (status !== 'running') return
    let timer: ReturnType<typeof setTimeout> | undefined
    const tick = (): void => {
      clearTimeout(timer)
      const rest = time.left(moment())
      setLeft(Math.ceil(rest / second))
      if (rest > 0) {
        timer = setTimeout(tick, rest % second || second)
        return
      }
      setStatus('ended')
      if (hasEnded.current) return
      hasEnded.current = true
      end.current()
    }
    time.resume(moment())
    tick()
    document.addEventListener('visibilitychange', tick)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', tick)
    }
  }, [time, status, end])

  const halt = (next: 'paused' | 'stopped') => () => {
    if (status === 'ended' || status === 'stopped') return
    time.pause(moment())
    setStatus(next)
  }
  return {
    left,
    status,
    pause: halt('paused'),
    resume: () => status === 'paused' && setStatus('running'),
    stop: halt('stopped'),
  }
}
