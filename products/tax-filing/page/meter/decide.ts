import type { TaxReturn } from '../../domain/return.ts'
import { personId } from '../draft/store.ts'
import { client, type Seen } from './client.ts'
import { decisionKey } from './decision-key.ts'

/** Longer than this nobody waits for a meter beside a result that is already there. */
const patience = 4_000

const asked = new Map<string, Promise<Seen>>()

/** Whether to show a meter for this return, and which. Asked once for each state of a return, unless the server was away. */
export function decide(episode: string, taxReturn: TaxReturn): Promise<Seen> {
  const subject = personId()
  const key = decisionKey(subject, episode, taxReturn)
  const known = asked.get(key)
  if (known !== undefined) return known
  const circumstances = { subject, episode, key, timeout: patience, fallback: 'nothing' } as const
  const answer = client.decide('audit-risk-meter', taxReturn, circumstances)
  asked.set(key, answer)
  answer.then(({ id }) => id === null && asked.delete(key))
  return answer
}
