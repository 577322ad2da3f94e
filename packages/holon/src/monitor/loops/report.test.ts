import { expect, test } from 'vitest'
import { patrols } from './patrols.fixture.ts'
import { reportLoops } from './report.ts'
import { watchesOf } from './watch.ts'

test('others have their turn within and after every watch', async () => {
  let turns = 0
  const rest = () => {
    turns += 1
    return Promise.resolve()
  }
  const { elsewhere } = await reportLoops(patrols, { now: 0, decisions: () => [], rest })
  expect(elsewhere).toHaveLength(watchesOf(patrols).length)
  expect(elsewhere.length).toBeGreaterThan(1)
  expect(turns).toBeGreaterThanOrEqual(2 * elsewhere.length)
})
