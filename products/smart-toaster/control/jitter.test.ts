import { memoryLog, virtualClock } from 'holon/memory'
import { seededRandom } from 'holon/stats'
import { expect, it } from 'vitest'
import { buildToaster } from '../hardware/toaster.ts'
import { measureJitter } from './jitter.ts'

it('runs a toast fifty times a second, and tells how it kept its time', async () => {
  const clock = virtualClock()
  const log = memoryLog()
  const toaster = buildToaster(seededRandom(1))
  toaster.insert({ bread: 'white', mass: 32, moisture: 0.38 })
  const measuring = measureJitter({
    ...{ log, clock, random: seededRandom(2), terminals: toaster.terminals },
    ...{ keep: 0.1, seconds: 10 },
  })
  let done: Awaited<typeof measuring> | undefined
  measuring.then((jitter) => {
    done = jitter
  })
  while (done === undefined) {
    toaster.advance(0.02)
    clock.advance(20)
    await new Promise((resolve) => setTimeout(resolve, 0))
  }
  expect(done.hertz).toBeCloseTo(50, 0)
  expect(done).toMatchObject({ missed: 0, jitter: { p50: 0, p99: 0, most: 0 } })
  expect(done.ran).toBeGreaterThanOrEqual(500)
  expect((await log.size()).entries).toBeGreaterThan(20)
  expect((await log.size()).entries).toBeLessThan(90)
})
