import { defineProduct, type Surroundings } from '@holon/embedded'
import { defineSystem, open, type System } from 'holon'
import { describe, expect, test } from 'vitest'
import { livePeople } from './people.ts'

const system: System = defineSystem('trial', { purpose: 'trial', people: [], decisions: [], goals: [] })
const live = async (world: (around: Surroundings<System>) => Promise<void>, errors: unknown[] = []) =>
  livePeople(
    defineProduct({ system, source: new URL(import.meta.url), world }),
    await open(system),
    'http://127.0.0.1:1',
    (error) => errors.push(error),
  )

describe('simulated people', () => {
  test('are told where they live, and finish what they are at when stopped', async () => {
    const lived: string[] = []
    const people = await live(async ({ address, signal, pause }) => {
      lived.push(address)
      while (!signal.aborted) await pause(60_000)
      lived.push('done')
    })
    expect(lived).toEqual(['http://127.0.0.1:1'])
    await people.stop()
    expect(lived).toEqual(['http://127.0.0.1:1', 'done'])
  })

  test('that fail are reported, unless they were being stopped', async () => {
    const errors: unknown[] = []
    const oh = new TypeError('oh')
    const people = await live(() => Promise.reject(oh), errors)
    await expect.poll(() => errors).toEqual([oh])
    await people.stop()
    const others = await live(async ({ pause }) => {
      await pause(60_000)
      throw oh
    }, errors)
    await others.stop()
    expect(errors).toHaveLength(1)
  })
})
