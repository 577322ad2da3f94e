import { useEffect, useState } from 'react'

import { useLatest } from './use-latest.ts'

const settling = 700

/**
 * Holds back values that may only be passed over, as by arrow keys: the last one is sent once the person rests on it,
 * goes on, or leaves.
 */
export function useSettled<V>(send: (value: V) => void) {
  const [held, setHeld] = useState<{ readonly value: V }>()
  const latest = useLatest(send)
  useEffect(() => {
    if (held === undefined) return
    let isSent = false
    const settle = (): void => {
      if (!isSent) latest.current(held.value)
      isSent = true
    }
    const timer = setTimeout(() => {
      settle()
      setHeld(undefined)
    }, settling)
    addEventListener('pagehide', settle)
    return () => {
      clearTimeout(timer)
      removeEventListener('pagehide', settle)
    }
  }, [held, latest])
  return {
    held: held?.value,
    hold: (value: V) => setHeld({ value }),
    settle: (value = held?.value) => {
      setHeld(undefined)
      if (value !== undefined) send(value)
    },
  }
}
