import { type RefObject, useEffect, useRef, useState } from 'react'

/** The width of an element as it is laid out, followed as it changes; a guess until then. */
export function useWidth<E extends HTMLElement>(guess = 640): readonly [RefObject<E | null>, number] {
  const place = useRef<E>(null)
  const [width, setWidth] = useState(guess)
  useEffect(() => {
    const element = place.current
    if (element === null) return
    const observer = new ResizeObserver(() => setWidth(Math.max(240, element.clientWidth)))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [place, width]
}
