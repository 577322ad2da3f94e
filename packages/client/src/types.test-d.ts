import { createClient } from './create-client.ts'
import type { house } from './lamp.fixture.ts'

const client = createClient<typeof house>({ system: 'house' })

/** Is a type exactly another one? */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
const yes = <T extends true>(proof?: T): void => void proof

export async function checks(): Promise<void> {
  const seen = await client.decide('light', { dusk: 0.5, room: 'hall' }, { subject: 's' })
  yes<Same<typeof seen.experience, 'nothing' | 'lamp'>>()
  if (seen.experience === 'lamp') yes<Same<typeof seen.parameters, { percent: number }>>()
  if (seen.experience === 'nothing') yes<Same<typeof seen.parameters, null>>()
  client.exposure(seen.id)
  client.feedback(seen.id, 'useful', true, { key: 'k' })
  client.feedback(seen.id, 'exposure', true)
  client.retract(seen.id, 'comment', { key: 'k' })

  client.feedback('read from a database', 'useful', true)
  client.feedback('read from a database', 'warm', 3)

  const safe = await client.decide('light', { dusk: 0.5, room: 'hall' }, { fallback: 'nothing' })
  yes<Same<typeof safe.experience, 'nothing' | 'lamp'>>()
  if (safe.experience === 'lamp') yes<Same<typeof safe.parameters, { percent: number }>>()
  client.exposure(safe.id)
  client.feedback(safe.id, 'useful', false)

  const lit = await client.decide('light', { dusk: 0.5, room: 'hall' }, { fallback: 'lamp' })
  if (lit.experience === 'lamp') yes<Same<typeof lit.parameters, { percent: number } | null>>()

  // @ts-expect-error no decision of this name
  await client.decide('lihgt', { dusk: 0.5, room: 'hall' })
  // @ts-expect-error a context of another decision
  await client.decide('heat', { dusk: 0.5, room: 'hall' })
  // @ts-expect-error no experience of this name
  await client.decide('light', { dusk: 0.5, room: 'hall' }, { fallback: 'siren' })
  // @ts-expect-error an experience of another decision
  await client.decide('light', { dusk: 0.5, room: 'hall' }, { fallback: 'off' })
  // @ts-expect-error no feedback of this name
  client.feedback(seen.id, 'warm', 3)
  // @ts-expect-error a value of the feedback of another decision
  client.feedback('read from a database', 'warm', 'yes')
  // @ts-expect-error a value of another type
  client.feedback(seen.id, 'useful', 'yes')
  // @ts-expect-error no system of this kind
  createClient<typeof house>({ systm: 'house' })
}
