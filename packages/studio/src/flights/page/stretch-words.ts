/** A stretch of time since a flight was met: `day 1`, `days 8 to 14`. Stretches are counted from 0, each as long as `every`. */
export function stretchWords(every: string, stretch: number): string {
  const days = /^(\d+) days?$/.exec(every)?.[1]
  if (days === undefined) return `${every}, number ${stretch + 1}`
  const length = Number(days)
  const from = stretch * length + 1
  return length === 1 ? `day ${from}` : `days ${from} to ${from + length - 1}`
}
