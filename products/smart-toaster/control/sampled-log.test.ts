import { open } from 'holon'
import { memoryLog } from 'holon/memory'
import { seededRandom } from 'holon/stats'
import { expect, it } from 'vitest'
import { smartToaster } from '../system.ts'
import { sampledLog } from './sampled-log.ts'

const sensed = {
  ...{ seconds: 140, heated: 60, surface: 66, wall: 35, startWall: 21, power: 850 },
  ...{ silent: 0, still: 0, jump: 1.5 },
}
const toastingTime = { version: { name: 't', version: '1', kind: 'function' as const }, predict: () => 140 }

it('keeps a share and says which, all in which a guardrail acted, and all that is not sampled', async () => {
  const log = memoryLog()
  const sampled = sampledLog(log, { decision: 'heat', keep: 0.05, random: seededRandom(4) })
  const holon = await open(smartToaster, { log: sampled, models: { 'toasting-time': toastingTime } })
  for (let i = 0; i < 4_000; i++) await holon.decide('heat', sensed)
  for (let i = 0; i < 50; i++) await holon.decide('heat', { ...sensed, surface: 250 })
  const slice = { bread: 'rye', shade: 'dark', mass: 50, moisture: 0.4, wall: 21, power: 850 } as const
  for (let i = 0; i < 20; i++) await holon.decide('toast', slice)
  const entries = (await log.read(0, 10_000)).map(({ entry }) => entry)
  const of = (decision: string, guarded: boolean) =>
    entries.filter(
      (entry) =>
        entry.kind === 'decision' &&
        entry.decision === decision &&
        entry.interventions.length > 0 === guarded,
    )
  const free = of('heat', false)
  expect(free.length).toBeGreaterThan(140)
  expect(free.length).toBeLessThan(260)
  expect(free.every((entry) => 'drop' in entry && entry.drop === 0.95)).toBe(true)
  expect(
    [...of('heat', true), ...of('toast', false)].every((entry) => 'drop' in entry && entry.drop === 0),
  ).toBe(true)
  expect([of('heat', true).length, of('toast', false).length]).toEqual([50, 20])
  // Weighted back, the sample tells how many there were.
  const total = free.reduce((sum, entry) => sum + ('drop' in entry ? 1 / (1 - entry.drop) : 0), 0)
  expect(Math.abs(total - 4_000)).toBeLessThan(800)
  await holon.close()
})

it('does not wait for the disk with what it samples, and tells what was lost', async () => {
  const log = memoryLog()
  const lost: unknown[] = []
  let isStuck = true
  const stuck = {
    ...log,
    append: (entries: Parameters<typeof log.append>[0]) =>
      isStuck ? Promise.reject(new RangeError('the disk is full')) : log.append(entries),
  }
  const sampling = {
    decision: 'heat',
    keep: 1,
    random: seededRandom(1),
    onLost: (error: unknown) => lost.push(error),
  }
  const holon = await open(smartToaster, {
    log: sampledLog(stuck, sampling),
    models: { 'toasting-time': toastingTime },
  })
  expect((await holon.decide('heat', sensed)).experience).toBe('on')
  await expect.poll(() => lost.length).toBe(1)
  await expect(holon.decide('heat', { ...sensed, surface: 250 })).rejects.toThrow('the disk is full')
  isStuck = false
  expect((await holon.decide('heat', { ...sensed, surface: 250 })).experience).toBe('off')
  await holon.close()
})
