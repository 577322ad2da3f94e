import { expect, it } from 'vitest'
import type { Entry } from '../spec/record.ts'
import { WorldLog } from './log.ts'

const decided = (n: number, decision: string, at = n): Entry =>
  ({ kind: 'decision', id: `${decision} ${n}`, at, system: 's', decision }) as unknown as Entry

const log = (keepsAll = false) =>
  new WorldLog({ keepsAll, lookedUp: new Set(['case']), keepsFor: 100, onEntry: () => undefined })

it('forgets what is projected, and what is looked up no more', async () => {
  const one = log()
  await one.append([{ entry: decided(0, 'case') }])
  for (let n = 1; n <= 5_000; n++) await one.append([{ entry: decided(n, 'page', 0) }])
  expect(await one.find('page 1')).toBeUndefined()
  expect((await one.find('page 5000'))?.position).toBe(5_001)
  expect((await one.find('case 0'))?.position).toBe(1)
  await one.append([{ entry: decided(101, 'case') }])
  expect(await one.find('case 0')).toBeUndefined()
  one.projected(5_000)
  expect((await one.read(0, 10)).map(({ position }) => position)).toEqual([5_001, 5_002])
  expect(one.pending).toBe(2)
  expect((await one.latest('s', 2)).map(({ position }) => position)).toEqual([5_002, 5_001])
})

it('keeps everything where that is wanted', async () => {
  const one = log(true)
  for (let n = 0; n < 10; n++) await one.append([{ entry: decided(n, 'page') }])
  one.projected(10)
  expect(await one.read(3, 4)).toHaveLength(4)
  expect(one.pending).toBe(0)
})

it('hashes what the product wrote, not what is true', async () => {
  const [told, silent] = [log(), log()]
  for (const one of [told, silent]) await one.append([{ entry: decided(1, 'page') }])
  told.tell({ kind: 'outcome', decision: 'page 1', at: 1, name: 'useful', value: true })
  expect(await told.hash()).toBe(await silent.hash())
  expect(told.entries).toBe(1)
  expect((await told.read(1, 1))[0]?.entry).toMatchObject({ name: 'truth: useful' })
  expect((await told.find('page 1'))?.back).toEqual([])
  await told.append([{ entry: decided(2, 'page') }])
  expect(await told.hash()).not.toBe(await silent.hash())
})

it('stores an entry once under its token', async () => {
  const one = log()
  const [first] = await one.append([{ entry: decided(1, 'page'), once: 'key' }])
  const [again] = await one.append([{ entry: decided(2, 'page'), once: 'key' }])
  expect([first?.fresh, again?.fresh, again?.entry]).toEqual([true, false, first?.entry])
  expect(one.entries).toBe(1)
})
