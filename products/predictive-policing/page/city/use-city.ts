import { useEffect, useReducer, useState } from 'react'
import { type Change, changed, lastDay, newRun, type Run } from './run.ts'

/** Milliseconds a day takes while time passes. */
const pace = 70

/** A city that lives in this browser. */
export interface City {
  readonly run: Run
  readonly playing: boolean
  setPlaying(playing: boolean): void
  change(change: Change): void
}

/** Lets days pass while it plays, up to the last. */
export function useCity(seed: number): City {
  const [run, change] = useReducer(changed, seed, newRun)
  const [wanted, setPlaying] = useState(false)
  const playing = wanted && run.past.length < lastDay
  useEffect(() => {
    if (!playing) return
    const timer = setInterval(() => change({ do: 'live', days: 1 }), pace)
    return () => clearInterval(timer)
  }, [playing])
  return { run, playing, setPlaying, change }
}
