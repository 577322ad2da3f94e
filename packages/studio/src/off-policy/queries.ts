import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { OffPolicyDocument, OffPolicyRequest } from 'holon'
import { path, query, request } from '../wire/request.ts'

/** What another policy of a decision point would have earned. The answer before is shown until the next one comes. */
export function evaluationQuery(system: string, decision: string, asked: OffPolicyRequest, snapshot: string) {
  return queryOptions({
    queryKey: ['off-policy-page', system, decision, asked, snapshot],
    queryFn: () =>
      request<OffPolicyDocument>('POST', path`/systems/${system}/decisions/${decision}/off-policy`, asked),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
}

/** Where the logged decisions are told that an evaluation rests on, and their mean reward as SQL. */
export const loggedAddress = (system: string, decision: string, { reward, from }: OffPolicyRequest): string =>
  path`/systems/${system}/decisions/${decision}/logged` + query({ reward, from })
