import type { Oddity } from '../../domain/stands-out.ts'
import { levelOf, type MeterReading } from '../../meter.ts'

const meanings: Readonly<Record<MeterReading['level'], string>> = {
  low: 'If a return like this were examined, it would most likely stand as filed.',
  moderate: 'If a return like this were examined, a change would be possible, though less likely than not.',
  high: 'If a return like this were examined, a change would be more likely than not.',
}

/** What the level means. It compares facts; it neither accuses nor promises anything. */
export function meaningOf({ level }: MeterReading): string {
  return meanings[level]
}

/** Why the level is above what the estimate alone would give; undefined where it is not. */
export function whyRaised({ level, percent }: MeterReading, oddities: readonly Oddity[]): string | undefined {
  if (level === levelOf(percent / 100)) return undefined
  return oddities.length > 0
    ? 'The estimate alone would read low. It reads moderate because something stands out that is worth a second look.'
    : 'The estimate alone would read low. It reads moderate because returns of this income are examined more often.'
}

/** `12 in 100`, `fewer than 1 in 100`. */
export function inHundred(percent: number): string {
  const count = Math.round(percent)
  return count === 0 ? 'fewer than 1 in 100' : `${count} in 100`
}
