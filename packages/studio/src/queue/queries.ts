import { queryOptions } from '@tanstack/react-query'
import type { CaseDocument, CaseState, LatchDocument } from 'holon'
import { path, query, request } from '../wire/request.ts'

/** Cases in a state, asked again now and then beside what the stream tells. */
export function queueQuery(system: string, state: CaseState) {
  return queryOptions({
    queryKey: ['queue', system, state],
    queryFn: async () => {
      const address = path`/systems/${system}/queue` + query({ state })
      return (await request<{ cases: readonly CaseDocument[] }>('GET', address)).cases
    },
    refetchInterval: 30_000,
  })
}

/** The guardrails that have latched. */
export function latchesQuery(system: string) {
  return queryOptions({
    queryKey: ['latches', system],
    queryFn: () => request<readonly LatchDocument[]>('GET', path`/systems/${system}/latches`),
    refetchInterval: 30_000,
  })
}
