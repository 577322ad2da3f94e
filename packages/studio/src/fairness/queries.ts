import { queryOptions } from '@tanstack/react-query'
import type { FairnessDocument } from 'holon'
import { path, request } from '../wire/request.ts'

/** How groups fare at a decision point, as far as is known now. */
export function fairnessQuery(system: string, decision: string) {
  return queryOptions({
    queryKey: ['fairness', system, decision],
    queryFn: () => request<FairnessDocument>('GET', path`/systems/${system}/decisions/${decision}/fairness`),
    refetchInterval: 30_000,
  })
}
