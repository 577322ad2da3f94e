import { type RefObject, useEffect, useRef } from 'react'

/** Keeps what was rendered last for code that runs later, such as timers. */
export function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value)
  useEffect(() => {
    latest.current = value
  })
  return latest
}
