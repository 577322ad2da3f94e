import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { hasTraces } from './traces.ts'

const folder = await mkdtemp(join(tmpdir(), 'holon-traces-'))
afterAll(() => rm(folder, { recursive: true }))
const file = join(folder, 'file')
const trace = Buffer.from('the bytes of a key, as long as they are')

it('finds bytes at the start, at the end and across the chunks it reads', async () => {
  const size = 3 * (1 << 20) + 17
  for (const at of [0, (1 << 20) - 20, 1 << 20, 2 * (1 << 20) - 1, size - trace.length]) {
    const bytes = Buffer.alloc(size, 1)
    trace.copy(bytes, at)
    await writeFile(file, bytes)
    expect(hasTraces(file, [Buffer.from('other'), trace]), `${at}`).toBe(true)
    expect(hasTraces(file, [Buffer.from('other')])).toBe(false)
  }
})

it('finds nothing in an empty file, and no bytes of an earlier chunk in a later one', async () => {
  await writeFile(file, '')
  expect(hasTraces(file, [trace])).toBe(false)
  await writeFile(file, trace.subarray(0, 20))
  expect(hasTraces(file, [trace])).toBe(false)
})
