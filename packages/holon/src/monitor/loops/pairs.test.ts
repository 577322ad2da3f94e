import { expect, test } from 'vitest'
import type { SeenDecision } from './log.ts'
import { pairsOf } from './pairs.ts'
import { patrols } from './patrols.fixture.ts'
import { watchesOf } from './watch.ts'

const day = 86_400_000

test('a pair is what came a delay later, and knows before only what was before', async () => {
  const decisions = [0, 10, 20, 30].map(
    (calls, today): SeenDecision => ({
      ...{ at: today * day, person: 'ann', experience: 'look', probabilities: { stay: 0.5, look: 0.5 } },
      value: () => calls,
    }),
  )
  const watch = watchesOf(patrols, { delays: ['1 day'] }).find(({ target }) => target.name === 'calls')
  if (watch === undefined) throw new Error('calls are not watched')
  const log = { now: 4 * day, decisions: () => Promise.resolve(decisions), rest: () => Promise.resolve() }
  const { pairs, later, slope } = await pairsOf(watch, log)
  expect(pairs.map((one) => [one.value, one.mean, one.later, one.complete / day])).toEqual([
    [0, undefined, 10, 1.5],
    [10, 0, 20, 2.5],
    [20, 5, 30, 3.5],
  ])
  expect([later, slope]).toEqual([1, 0])
  expect((await pairsOf(watch, { ...log, now: 3 * day })).pairs).toHaveLength(2)
})
