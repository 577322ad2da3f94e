import { hertz, type Reading } from '../../domain/reading.ts'

/** Milliseconds between two looks at the clock. */
const tick = 100

/**
 * Plays readings as if they came live, by the clock: a tab that slept catches up. Answers what stops it.
 *
 * @param onEnd told when they have all been played
 */
export function play(
  readings: readonly Reading[],
  onReadings: (readings: readonly Reading[]) => void,
  onEnd: () => void,
): () => void {
  const start = performance.now()
  let played = 0
  const timer = setInterval(() => {
    const due = Math.min(readings.length, Math.floor(((performance.now() - start) * hertz) / 1000))
    if (due > played) onReadings(readings.slice(played, due))
    played = due
    if (played < readings.length) return
    clearInterval(timer)
    onEnd()
  }, tick)
  return () => clearInterval(timer)
}
