import { queryOptions } from '@tanstack/react-query'
import type { FairnessDocument } from 'holon'
import { path, request } from '../wire/request.ts'

/** Where it is told how groups fare. */
export const fairnessAddress = (system: string, decision: string): string =>
  path`/systems/${system}/decisions/${decision}/fairness`

/** How groups fare at a decision point, as far as is known now. */
export function fairnessQuery(system: string, decision: string) {
  return queryOptions({
    queryKey: ['fairness', system, decision],
    queryFn: () => request<FairnessDocument>('GET', fairnessAddress(system, decision)),
    refetchInterval: 30_000,
  })
}
