import type { Row } from '../../measure/join.ts'
import type { NotLearned } from '../../spec/learned.ts'
import { isAmong, type Reward, rewardOf } from '../off-policy/reward.ts'

/** A decision to learn from, and what it earned. */
export interface LessonRow {
  readonly row: Row
  readonly reward: number
}

/** The decisions that are learned from, and why not from the others. */
export interface LessonRows {
  readonly rows: readonly LessonRow[]
  readonly left: NotLearned
}

/**
 * A decision counts once the waiting window of its reward is over, with what stands then: what came in time, what was not
 * taken back, or the default. Nothing counts before, not even what is known already. What comes early is not like what comes
 * late (a fall is told at once, that nobody fell never), so a lesson from those who have answered is one about other people.
 */
export function lessonRows(rows: readonly Row[], reward: Reward, now: number): LessonRows {
  const learned: LessonRow[] = []
  const left = { waiting: 0, missing: 0, other: 0, degraded: 0 }
  for (const row of rows) {
    const { degraded, at } = row.decision
    if (degraded) left.degraded += 1
    else if (!isAmong(reward, row)) left.other += 1
    else if (reward.settles > 0 && now <= at + reward.settles) left.waiting += 1
    else {
      const value = rewardOf(reward, row)
      if (value === null) left.missing += 1
      else learned.push({ row, reward: value })
    }
  }
  return { rows: learned, left }
}
