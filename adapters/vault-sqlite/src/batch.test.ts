import { expect, it } from 'vitest'
import { Batch } from './batch.ts'

/** A batch whose questions are answered by hand, one after the other. */
function batchOf() {
  const questions: { readonly items: readonly number[]; answer(): void; fail(error: Error): void }[] = []
  const batch = new Batch<number, string>(
    (items) =>
      new Promise((resolve, reject) => {
        questions.push({ items, answer: () => resolve(items.map((item) => `${item}!`)), fail: reject })
      }),
  )
  return { batch, questions }
}

const turn = () => new Promise((resolve) => setImmediate(resolve))

it('asks once for all that came up in a turn, and once for all that came up meanwhile', async () => {
  const { batch, questions } = batchOf()
  const early = [batch.ask(1), batch.ask(2)]
  await turn()
  const late = [batch.ask(3), batch.ask(4)]
  await turn()
  expect(questions.map(({ items }) => items)).toEqual([[1, 2]])
  questions[0]?.answer()
  expect(await Promise.all(early)).toEqual(['1!', '2!'])
  await turn()
  expect(questions[1]?.items).toEqual([3, 4])
  questions[1]?.answer()
  expect(await Promise.all(late)).toEqual(['3!', '4!'])
})

it('asks at once when flushed', () => {
  const { batch, questions } = batchOf()
  void batch.ask(1)
  expect(questions.length).toBe(0)
  batch.flush()
  expect(questions.length).toBe(1)
  batch.flush()
  expect(questions.length).toBe(1)
})

it('rejects those of a failed question only', async () => {
  const { batch, questions } = batchOf()
  const failing = batch.ask(1)
  await turn()
  const next = batch.ask(2)
  questions[0]?.fail(new Error('down'))
  await expect(failing).rejects.toThrow('down')
  await turn()
  questions[1]?.answer()
  expect(await next).toBe('2!')
})
