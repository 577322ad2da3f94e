import { decisionEntry, decisionId, eventEntry } from 'holon/testing'
import { expect, it } from 'vitest'
import type { Committed, Group } from './group.ts'
import { Grouping } from './grouping.ts'
import { linesOf } from './row.ts'

/** A grouping whose groups are committed by hand. */
function groupingOf() {
  const groups: { readonly size: number; commit(): void; fail(error: Error): void }[] = []
  let stored = 0
  const grouping = new Grouping(
    (group: Group) =>
      new Promise<Committed>((resolve, reject) => {
        const size = group.rows.reduce((sum, { count }) => sum + count, 0)
        groups.push({
          size,
          commit() {
            resolve({ first: stored + 1, known: [] })
            stored += size
          },
          fail: reject,
        })
      }),
  )
  return { grouping, groups }
}

const turn = () => new Promise((resolve) => setImmediate(resolve))
const one = (name = 'tick') => [{ entry: eventEntry({ name }) }]

it('commits the calls of one turn together, and at most two groups at a time', async () => {
  const { grouping, groups } = groupingOf()
  const calls = [one(), [...one(), ...one()], one()].map((entries) => grouping.append(entries))
  await turn()
  const second = grouping.append(one())
  await turn()
  const third = [grouping.append(one()), grouping.append(one())]
  await turn()
  expect(groups.map(({ size }) => size)).toEqual([4, 1])
  groups[0]?.commit()
  const receipts = await Promise.all(calls)
  expect(receipts.map((own) => own.map(({ position }) => position))).toEqual([[1], [2, 3], [4]])
  await turn()
  expect(groups.map(({ size }) => size)).toEqual([4, 1, 2])
  groups[1]?.commit()
  groups[2]?.commit()
  expect((await second)[0]?.position).toBe(5)
  expect((await Promise.all(third)).flat().map(({ position }) => position)).toEqual([6, 7])
})

it('makes two groups of many that come at once, so that they take turns', async () => {
  const { grouping, groups } = groupingOf()
  const calls = Array.from({ length: 1000 }, () => grouping.append(one()))
  await turn()
  expect(groups.map(({ size }) => size)).toEqual([500, 500])
  for (const group of groups) group.commit()
  await Promise.all(calls)
})

it('never splits a call, and keeps a group from growing without end', async () => {
  const { grouping, groups } = groupingOf()
  const calls = [9000, 10, 3000, 3000, 10].map((count) =>
    grouping.append(Array.from({ length: count }, () => one()).flat()),
  )
  for (let done = 0; done < 3; done++) {
    await turn()
    groups[done]?.commit()
  }
  await Promise.all(calls)
  expect(groups.map(({ size }) => size)).toEqual([9000, 6010, 10])
})

it('rejects every call of a group that fails, and no other', async () => {
  const { grouping, groups } = groupingOf()
  const failing = [grouping.append(one()), grouping.append(one())]
  await turn()
  const next = grouping.append(one())
  await turn()
  groups[0]?.fail(new Error('full'))
  groups[1]?.commit()
  const results = await Promise.allSettled([...failing, next])
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled'])
})

it('settles when nothing is waiting or under way', async () => {
  const { grouping, groups } = groupingOf()
  await grouping.settled()
  void grouping.append(one())
  let isSettled = false
  const settled = grouping.settled().then(() => {
    isSettled = true
  })
  await turn()
  expect(isSettled).toBe(false)
  groups[0]?.commit()
  await settled
})

it('hands over what the file is to find: decisions, systems and tokens', async () => {
  const seen: Group[] = []
  const grouping = new Grouping(async (group) => {
    seen.push(group)
    return { first: 1, known: [] }
  })
  const id = decisionId(1, 1)
  const entries = [
    { entry: eventEntry() },
    { entry: decisionEntry({ id, system: 'a' }), once: 'token' },
    { entry: { kind: 'feedback', decision: id, at: 2, name: 'useful', value: true } as const },
  ]
  await grouping.append(entries)
  expect(seen).toMatchObject([
    {
      about: JSON.stringify([null, id, id]),
      once: [{ index: 1, token: 'token' }],
      rows: [{ systems: ['a'] }],
    },
  ])
  expect(linesOf(seen[0]?.rows[0]?.entries ?? '').map((line) => JSON.parse(line))).toEqual(
    entries.map(({ entry }) => entry),
  )
})
