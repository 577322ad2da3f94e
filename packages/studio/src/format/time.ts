const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' })
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })

/** Time of day, with the day before it unless that is today: `14:03:12`, `3 Mar 2026, 14:03:12`. */
export function formatTime(at: number, now = Date.now()): string {
  const today = day.format(now) === day.format(at)
  return today ? clock.format(at) : `${day.format(at)}, ${clock.format(at)}`
}

/** The day of a time: `3 Mar 2026`. */
export const formatDay = (at: number): string => day.format(at)

const units: readonly (readonly [number, string])[] = [
  [31_556_952_000, 'year'],
  [2_629_746_000, 'month'],
  [86_400_000, 'day'],
  [3_600_000, 'hour'],
  [60_000, 'minute'],
  [1000, 'second'],
]

/** How much later something came, in its largest unit: `3 seconds`, `2 years`; `at once` below a second. */
export function formatLater(ms: number): string {
  for (const [size, name] of units) {
    const count = Math.floor(ms / size)
    if (count >= 1) return `${count} ${name}${count === 1 ? '' : 's'}`
  }
  return 'at once'
}
