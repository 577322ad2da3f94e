const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** How long until a case is due, or since when it is overdue: `in 1 h 59 min`, `overdue for 2 days`. */
export function formatDue(due: number, now: number): string {
  const left = due - now
  return left > 0 ? `in ${span(left)}` : `overdue for ${span(-left)}`
}

/** Two units where the smaller one matters to somebody who is to answer in time. */
function span(ms: number): string {
  if (ms < minute) return 'less than a minute'
  const minutes = Math.floor((ms % hour) / minute)
  const hours = Math.floor((ms % day) / hour)
  const days = Math.floor(ms / day)
  if (days > 0) return join([days, days === 1 ? 'day' : 'days'], [days < 3 ? hours : 0, 'h'])
  return join([hours, 'h'], [minutes, 'min'])
}

const join = (...parts: readonly (readonly [number, string])[]): string =>
  parts.flatMap(([count, unit]) => (count === 0 ? [] : [`${count} ${unit}`])).join(' ')
