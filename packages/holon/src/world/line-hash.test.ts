import { expect, it } from 'vitest'
import { sha256 } from '../runtime/sha256.ts'
import { LineHash } from './line-hash.ts'

const lines = (n: number): readonly string[] =>
  Array.from({ length: n }, (_, i) => `{"said":"größer 😀 ${i}"}\n`)

/** The same, as it is described. */
async function asDescribed(all: readonly string[]): Promise<string> {
  let hash = ''
  let from = 0
  for (; all.length - from >= 4_096; from += 4_096)
    hash = await sha256(hash + all.slice(from, from + 4_096).join(''))
  return sha256(hash + all.slice(from).join(''))
}

it.each([0, 1, 4_095, 4_096, 4_097, 10_000])('hashes %i lines by chunks', async (n) => {
  const hash = new LineHash()
  for (const line of lines(n)) hash.add(line)
  expect(await hash.value()).toBe(await asDescribed(lines(n)))
})

it('is the same whenever it is asked', async () => {
  const [asked, silent] = [new LineHash(), new LineHash()]
  for (const [i, line] of lines(9_000).entries()) {
    asked.add(line)
    silent.add(line)
    if (i % 3_000 === 0) await asked.value()
    if (i % 1_000 === 0) await asked.digest()
  }
  expect(await asked.value()).toBe(await silent.value())
  expect(await asked.value()).toBe(await silent.value())
})
