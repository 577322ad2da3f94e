import type { Waiting } from 'holon'
import { formatShare } from '../format/number.ts'
import { formatDay, formatTime } from '../format/time.ts'
import { formatBare, formatInUnit } from '../format/unit.ts'

const day = 86_400_000

/** What waits, beside a number of so many observations: that it does, and what to expect of it. */
export function waitingWords(
  { n, within, next, early, because }: Waiting,
  {
    counted,
    unit,
    now = Date.now(),
  }: { readonly counted: number; readonly unit: string; readonly now?: number },
): { readonly waits: string; readonly expected: string } {
  const many = n.toLocaleString('en-US')
  const some = n === 1 ? '1 decision' : `${many} decisions`
  const when = next - now > day ? formatDay(next) : formatTime(next, now)
  const waits =
    counted === 0
      ? `Nothing counts yet: ${n === 1 ? 'the only decision waits' : `all ${some} wait`} for what may come within ${within}. The first counts on ${when}.`
      : `${some} of the last ${within.replace(/^1 /, '')} ${n === 1 ? 'waits' : 'wait'} for what may still come; the next counts on ${when}.`
  if (early === null) return { waits, expected: because }
  const { value, interval, arrived, seenFrom } = early
  const span =
    interval === null ? '' : ` (${formatBare(interval[0], unit)} to ${formatInUnit(interval[1], unit)})`
  return {
    waits,
    expected: `Early estimate for ${n === 1 ? 'it' : 'them'}: ${formatInUnit(value, unit)}${span}. ${formatShare(arrived)} of their answers should have come, by how soon ${seenFrom.toLocaleString('en-US')} earlier ones came.`,
  }
}
