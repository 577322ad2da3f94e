import { seededRandom } from 'holon/stats'
import { expect, test } from 'vitest'
import { MomentFinder } from './moment.ts'
import { hertz } from './reading.ts'
import { shapeOf } from './shape.ts'
import { simulate } from './simulate.ts'

/** Of one core, so that a phone many times slower than this machine still has nearly all of its time left. */
const most = 0.005

test('watching a wrist that moves without pause takes next to no time', () => {
  const walk = simulate('walk', seededRandom(1))
  const rounds = 100
  const finder = new MomentFinder()
  let moments = 0
  const before = process.cpuUsage()
  for (let round = 0; round < rounds; round++) {
    for (const reading of walk) {
      const moment = finder.push(reading)
      if (moment !== undefined && shapeOf(moment).impact > 0) moments += 1
    }
  }
  const { user, system } = process.cpuUsage(before)
  const seconds = (rounds * walk.length) / hertz
  expect(moments).toBeGreaterThan(100)
  expect((user + system) / 1e6 / seconds).toBeLessThan(most)
})
