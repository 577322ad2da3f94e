import type { CaseDocument, EpisodeDocument } from 'holon'
import { Noticed } from '../../noticed.ts'
import type { AlarmId } from '../holon.ts'
import { client } from '../holon.ts'

/** A call to the caretaker, and how its episode stands. */
export interface Call {
  readonly id: AlarmId
  readonly noticed: Noticed
  readonly episode: EpisodeDocument
}

const address = '/api/v1/systems/fall-detection/queue?to=caretaker&limit=1000'

/**
 * The calls that wait for an answer, the most urgent first, with or without those of simulated people; undefined when the
 * server does not answer.
 */
export async function openCalls(withSimulated: boolean): Promise<readonly Call[] | undefined> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(5_000) })
    if (!response.ok) return undefined
    const { cases } = (await response.json()) as { readonly cases: readonly CaseDocument[] }
    const wanted = cases.filter(({ context }) => withSimulated || context.source !== 'world')
    return (await Promise.all(wanted.map(callOf))).flatMap((call) => call ?? [])
  } catch {
    return undefined
  }
}

async function callOf({ about, episode, context }: CaseDocument): Promise<Call | undefined> {
  const noticed = Noticed.safeParse(context)
  if (episode === undefined || !noticed.success) return undefined
  return { id: about as AlarmId, noticed: noticed.data, episode: await client.episode(episode) }
}

/** What a caretaker can say to a call. */
export type Reply = 'going' | 'falseAlarm' | 'callEmergency' | 'seen'

/** Sends a reply; what is not "I am going" closes the case as well. Resolves once the server has it. */
export async function reply({ id, episode }: Call, said: Reply): Promise<void> {
  const latest = (episode.steps.at(-1)?.record.id ?? id) as AlarmId
  const sent = [
    ...(said === 'falseAlarm' || said === 'callEmergency' ? [client.feedback(latest, said, true)] : []),
    client.feedback(id, 'going', said === 'going'),
  ]
  await Promise.all(sent)
}
