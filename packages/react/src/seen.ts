const enough = 0.5
const every = 100
const times = 10

/**
 * Watches an element until a person really had the chance to see it: at least half of its area, or half of the screen
 * where it is larger, for one second without a break, while the page is in front and nothing modal covers it. Then calls
 * once. Returns what ends the watch.
 *
 * Half of the area for one continuous second in the tab in front, looked at every 100 ms, is what the Media Rating
 * Council and the IAB call viewable (Viewable Ad Impression Measurement Guidelines, version 2.0, 2015).
 */
export function watchSeen(element: Element, onSeen: () => void): () => void {
  let timer: ReturnType<typeof setInterval> | undefined
  let count = 0
  const stop = (): void => {
    clearInterval(timer)
    timer = undefined
    count = 0
  }
  const look = (): void => {
    count = isOpenToSight(element) ? count + 1 : 0
    if (count < times) return
    end()
    onSeen()
  }
  const observer = new IntersectionObserver(
    (entries) => {
      const last = entries.at(-1)
      if (last === undefined || !isHalfInside(last)) stop()
      else timer ??= setInterval(look, every)
    },
    { threshold: [0, 0.25, enough, 0.75, 1] },
  )
  const end = (): void => {
    stop()
    observer.disconnect()
  }
  observer.observe(element)
  return end
}

/** What is taller than two screens can never be half inside, but can fill half of the screen. */
export function isHalfInside({
  isIntersecting,
  intersectionRatio,
  intersectionRect,
  rootBounds,
}: Pick<
  IntersectionObserverEntry,
  'isIntersecting' | 'intersectionRatio' | 'intersectionRect' | 'rootBounds'
>): boolean {
  if (!isIntersecting) return false
  const fills =
    rootBounds !== null &&
    intersectionRect.width * intersectionRect.height >= enough * rootBounds.width * rootBounds.height
  return intersectionRatio >= enough || fills
}

function isOpenToSight(element: Element): boolean {
  const { ownerDocument: page } = element
  if (page.visibilityState !== 'visible') return false
  // Older browsers cannot say; there, being inside the screen has to do.
  const isDrawn = element.checkVisibility?.({ opacityProperty: true, visibilityProperty: true }) ?? true
  if (!isDrawn) return false
  const covers = [...page.querySelectorAll(':modal')].at(-1)
  return covers === undefined || covers.contains(element)
}
