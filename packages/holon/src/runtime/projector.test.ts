import { expect, it, vi } from 'vitest'
import { virtualClock } from '../memory/clock.ts'
import { memoryLog } from '../memory/log.ts'
import { memoryWarehouse } from '../memory/warehouse.ts'
import type { CatchUpProgress, Warehouse } from '../spec/ports.ts'
import { eventEntry } from '../testing/entries.ts'
import { projector } from './projector.ts'

const clock = () => virtualClock(0)
const log = memoryLog()
await log.append(Array.from({ length: 10 }, () => ({ entry: eventEntry() })))

/** A warehouse that reads the log by itself and comes no further than it is told. */
function slow(): Warehouse & { tell: CatchUpProgress; finish(): void } {
  const done = Promise.withResolvers<void>()
  const self = {
    ...memoryWarehouse(),
    tell: (() => undefined) as CatchUpProgress,
    finish: done.resolve,
    catchUp(progress: CatchUpProgress, signal: AbortSignal): Promise<void> {
      self.tell = progress
      signal.addEventListener('abort', () => done.resolve())
      return done.promise
    },
  }
  return self
}

it('projects what is in the log, and tells how far it is', async () => {
  const warehouse = memoryWarehouse()
  const told: number[] = []
  const projecting = projector(log, warehouse, clock())
  projecting.start((...progress) => told.push(...progress))
  await projecting.fresh()
  expect([await warehouse.position(), told]).toEqual([10, [0, 10, 10, 10]])
  await projecting.stop()
})

it('answers questions that cannot wait for it, and says how far it is', async () => {
  const warehouse = slow()
  const time = clock()
  const projecting = projector(log, warehouse, time)
  projecting.start()
  const words = 'The warehouse is catching up with the log: 400,000 of 1,000,000 entries.'
  await vi.waitFor(() => {
    warehouse.tell(400_000, 1_000_000)
    expect(projecting.problem()).toBe(words)
  })
  const question = projecting.fresh()
  time.advance(5000)
  await expect(question).rejects.toMatchObject({ code: 'warehouse-unavailable', message: words })
  warehouse.tell(1_000_000, 1_000_000)
  expect(projecting.problem()).toBe(undefined)
  warehouse.finish()
  await projecting.fresh()
  expect(time.due()).toBe(undefined)
  await projecting.stop()
})

it('does not wait for a warehouse that is far behind when it stops', async () => {
  const projecting = projector(log, slow(), clock())
  projecting.start()
  await projecting.stop()
})

it('says what failed until it goes right again', async () => {
  const warehouse = memoryWarehouse()
  const projecting = projector(log, warehouse, clock())
  vi.spyOn(warehouse, 'project').mockRejectedValueOnce(new Error('No room.'))
  await expect(projecting.fresh()).rejects.toThrow('No room.')
  expect(projecting.problem()).toBe('The warehouse is behind: No room.')
  await projecting.fresh()
  expect(projecting.problem()).toBe(undefined)
  await projecting.stop()
})
