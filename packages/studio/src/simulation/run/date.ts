const words = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})

/** The date of a day of a world that begins at `start`, such as `2026-03-01`. */
export function dateOf(start: string, day: number): string {
  const midnight = Date.parse(`${start}T00:00:00Z`)
  return Number.isNaN(midnight) ? start : words.format(midnight + Math.floor(day) * 86_400_000)
}
