import { expect, test } from 'vitest'
import { z } from 'zod'
import { expectedUtility } from '../decide/policies/expected-utility.ts'
import { memoryLog, memoryVault } from '../memory/index.ts'
import { decision } from '../system/decision.ts'
import { defineSystem } from '../system/system.ts'
import { open } from './open.ts'

const parts = { does: 'greets', experiences: { hello: { style: 'annotate' } }, fallback: 'hello' } as const
const rest = { policy: expectedUtility(), guardrails: [], feedback: {}, mistakes: [] } as const
const greeting = decision('greeting', {
  ...parts,
  ...rest,
  context: z.object({ place: z.string().meta({ dataClass: 'public' }) }),
  example: { place: 'hall' },
})
const whisper = decision('whisper', {
  ...parts,
  ...rest,
  context: z.object({ secret: z.string() }),
  example: { secret: 'none' },
})
const house = defineSystem('house', {
  purpose: 'greet',
  people: [],
  decisions: [greeting, whisper],
  goals: [],
})

async function opened() {
  const log = memoryLog()
  const vault = memoryVault()
  const holon = await open(house, { log, vault })
  const sealedIn = async (id: string) => (await log.find(id))?.decision.sealed
  return { holon, sealedIn }
}

test('where only the name is private a person has one seal, which ends with their key', async () => {
  const { holon, sealedIn } = await opened()
  const greet = (subject: string, place: string) => holon.decide('greeting', { place }, { subject })
  const [hall, garden] = [await greet('p-1', 'hall'), await greet('p-1', 'garden')]
  const other = await greet('p-2', 'hall')
  const sealed = await sealedIn(hall.id)
  expect(sealed).toMatch(/./)
  expect(await sealedIn(garden.id)).toBe(sealed)
  expect(await sealedIn(other.id)).not.toBe(sealed)
  for (const { id } of [hall, garden])
    expect((await holon.record(id)).private).toEqual({ subject: 'p-1', context: {}, parameters: null })
  expect((await holon.record(other.id)).private?.subject).toBe('p-2')

  await holon.erase('p-1')
  expect((await holon.record(garden.id)).private).toBeNull()
  const again = await greet('p-1', 'hall')
  expect(await sealedIn(again.id)).not.toBe(sealed)
  expect((await holon.record(again.id)).private?.subject).toBe('p-1')
})

test('what is private beside the name is sealed anew, even if it is the same', async () => {
  const { holon, sealedIn } = await opened()
  const ids = await Promise.all(
    [1, 2].map(async () => (await holon.decide('whisper', { secret: 'same' }, { subject: 'p-1' })).id),
  )
  const [first, second] = await Promise.all(ids.map(sealedIn))
  expect(first).toMatch(/./)
  expect(second).not.toBe(first)
})
