import { createClient } from '@holon/client'
import { longest } from '../../domain/address.ts'
import { decideHere } from '../../here.ts'
import modelFile from '../../model/phishing.onnx?url'
import type { safeBrowsing } from '../../system.ts'
import type { Visited } from '../warned.ts'
import { settings } from './kept.ts'

/** Longer than this nobody waits for a server on the same machine. */
const patience = 1_500

const here = decideHere(modelFile)

/** What is said of an address in this browser, at once. */
export async function foreseen(address: string): Promise<Visited> {
  const decide = await here
  return visited(address, await decide(address), null)
}

/** What is said of an address, with a record on the server; where that is away, what is said here. */
export async function decided(address: string): Promise<Visited> {
  const { server, person } = await settings()
  const client = createClient<typeof safeBrowsing>({
    system: 'safe-browsing',
    url: server,
    storage: false,
    onProblem: () => undefined,
  })
  // What is beyond is not looked at either.
  const asked = { address: address.slice(0, longest), from: 'extension' } as const
  const answer = await client.decide('visit', asked, {
    subject: person,
    timeout: patience,
    fallback: 'nothing',
  })
  await client.close()
  return answer.id === null ? foreseen(address) : visited(address, answer, answer.id)
}

type Answer = Pick<Awaited<ReturnType<Awaited<typeof here>>>, 'experience' | 'parameters'>

function visited(address: string, { experience, parameters }: Answer, id: Visited['id']): Visited {
  return { address, id, experience, told: parameters ?? undefined }
}
