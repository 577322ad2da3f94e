import type { DecisionId } from 'holon'
import { type RefObject, useEffect } from 'react'
import { client } from './client.ts'

const half = 0.5
const oneSecond = 1_000

/** Tells that a decision's experience was really seen: half of the element, or of the screen, for a second. */
export function useExposure(
  decision: DecisionId<'audit-risk-meter'>,
  element: RefObject<HTMLElement | null>,
): void {
  useEffect(() => {
    const target = element.current
    if (target === null) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const observer = new IntersectionObserver(
      ([entry]) => {
        clearTimeout(timer)
        if (entry !== undefined && isHalfSeen(entry)) timer = setTimeout(tell, oneSecond)
      },
      { threshold: [0, 0.25, half, 0.75, 1] },
    )
    const tell = () => {
      observer.disconnect()
      client.exposure(decision)
    }
    observer.observe(target)
    return () => {
      clearTimeout(timer)
      observer.disconnect()
    }
  }, [decision, element])
}

/** What is taller than two screens can never be half visible, but can fill half of the screen. */
function isHalfSeen({ intersectionRatio, intersectionRect, rootBounds }: IntersectionObserverEntry): boolean {
  return (
    intersectionRatio >= half || (rootBounds !== null && intersectionRect.height >= half * rootBounds.height)
  )
}
