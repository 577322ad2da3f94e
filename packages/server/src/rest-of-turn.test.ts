import { expect, test } from 'vitest'
import { restOfTurn } from './rest-of-turn.ts'

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

test('those who wait in one turn go on together, after all that was there to be read', async () => {
  const seen: string[] = []
  const wait = async (name: string) => {
    seen.push(`${name} read`)
    await restOfTurn()
    seen.push(`${name} done`)
  }
  void wait('first')
  await Promise.resolve()
  process.nextTick(() => void wait('second'))
  await turn()
  expect(seen).toEqual(['first read', 'second read', 'first done', 'second done'])
})

test('who comes in the next turn waits for its rest', async () => {
  const first = restOfTurn()
  expect(restOfTurn()).toBe(first)
  await first
  expect(restOfTurn()).not.toBe(first)
  await restOfTurn()
})

test('many do not wait for the end of the turn', async () => {
  let isTurnOver = false
  setImmediate(() => {
    isTurnOver = true
  })
  const first = Array.from({ length: 64 }, restOfTurn)
  const next = restOfTurn()
  await Promise.all(first)
  expect(isTurnOver).toBe(false)
  await next
  expect(isTurnOver).toBe(true)
})
