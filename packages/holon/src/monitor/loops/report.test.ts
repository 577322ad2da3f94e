import { expect, test } from 'vitest'
import type { SeenDecision } from './log.ts'
import { patrols } from './patrols.fixture.ts'
import { reportLoops } from './report.ts'

const hour = 3_600_000

/** How much of a log of so many decisions is read at most before others have their turn. */
async function lookAt(length: number) {
  const log = { read: 0, mostAtOnce: 0 }
  const decisions = Array.from(
    { length },
    (_, index): SeenDecision => ({
      ...{ at: index * hour, person: `p${index % 7}`, experience: index % 2 === 0 ? 'look' : 'stay' },
      probabilities: { stay: 0.5, look: 0.5 },
      value: () => {
        log.read += 1
        log.mostAtOnce = Math.max(log.mostAtOnce, log.read)
        return index % 3
      },
    }),
  )
  await reportLoops(patrols, {
    now: length * hour,
    decisions: () => Promise.resolve(decisions),
    rest: () => {
      log.read = 0
      return Promise.resolve()
    },
  })
  return log.mostAtOnce
}

test('others have their turn before long, however long the log is', async () => {
  const short = await lookAt(500)
  expect(short).toBeGreaterThan(0)
  expect(await lookAt(5_000)).toBe(short)
})
