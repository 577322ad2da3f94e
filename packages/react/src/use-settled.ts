import { useCallback, useEffect, useRef, useState } from 'react'

const settling = 700

/**
 * Holds back values that may only be passed over, as by arrow keys: the last one is sent once the person rests on it,
 * goes on, or leaves. It goes where it belonged when it was given, whatever is asked about by then.
 */
export function useSettled<V>(send: (value: V) => void) {
  const [held, setHeld] = useState<V>()
  const waiting = useRef<{ readonly timer: ReturnType<typeof setTimeout>; go(): void }>(undefined)
  const settle = useCallback(() => {
    const last = waiting.current
    if (last === undefined) return
    clearTimeout(last.timer)
    waiting.current = undefined
    setHeld(undefined)
    last.go()
  }, [])
  useEffect(() => {
    addEventListener('pagehide', settle)
    return () => {
      removeEventListener('pagehide', settle)
      settle()
    }
  }, [settle])

  const hold = (value: V): void => {
    clearTimeout(waiting.current?.timer)
    waiting.current = { timer: setTimeout(settle, settling), go: () => send(value) }
    setHeld(value)
  }
  const sendNow = (value: V): void => {
    hold(value)
    settle()
  }
  return { held, hold, settle, sendNow }
}
