import type { Visited } from '../../extension/warned.ts'
import { Dispute, wrongly } from '../../parts/dispute.tsx'
import { client } from '../holon.ts'
import { subject } from './use-visit.ts'

const missed = { phishing: 'This page is a trap, and nothing was said' } as const

/** Tells a reviewer that a result is wrong, or that something was missed. */
export function DisputeResult({ visited }: { visited: Omit<Visited, 'told'> }) {
  const about = { client, visited, person: subject }
  return visited.experience === 'nothing' ? (
    <Dispute {...about} title="Report a trap that was missed" claims={missed} />
  ) : (
    <Dispute {...about} title="Report an incorrect warning" claims={wrongly} />
  )
}
