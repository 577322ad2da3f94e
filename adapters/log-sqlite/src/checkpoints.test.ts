import type { Thread } from '@holon/sqlite'
import { expect, it } from 'vitest'
import { Checkpoints } from './checkpoints.ts'

const turn = () => new Promise((resolve) => setImmediate(resolve))

it('asks for a copy now and then, one at a time, and again after one that failed', async () => {
  const asked: { resolve(): void; reject(error: Error): void }[] = []
  const ask = () => new Promise<void>((resolve, reject) => asked.push({ resolve, reject }))
  const checkpoints = new Checkpoints({ ask } as unknown as Thread)
  checkpoints.wrote(3_000_000)
  expect(asked.length).toBe(0)
  for (let i = 0; i < 5; i++) checkpoints.wrote(3_000_000)
  expect(asked.length).toBe(1)
  asked[0]?.reject(new Error('full'))
  await turn()
  checkpoints.wrote(1)
  expect(asked.length).toBe(2)
  asked[1]?.resolve()
  await turn()
  checkpoints.wrote(3_000_000)
  expect(asked.length).toBe(2)
})
