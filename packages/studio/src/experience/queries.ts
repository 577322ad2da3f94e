import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { ExperienceReport, OffPolicyDocument, TuningDocument, WhatIfDocument } from 'holon'
import { path, query, request } from '../wire/request.ts'
import { beginOf, type Span } from './stretches.ts'
import type { Draft } from './utilities.ts'

/** All versions of the utilities of a system, oldest first. */
export function tuningsQuery(system: string) {
  return queryOptions({
    queryKey: ['tunings', system],
    queryFn: () => request<readonly TuningDocument[]>('GET', path`/systems/${system}/tunings`),
  })
}

/** What is asked: the latest so many decisions of a point under other utilities. */
export interface WhatIfAsked {
  readonly system: string
  readonly decision: string
  /** Stands for the utilities that hold now. */
  readonly snapshot: string
  readonly experiences: Draft
  readonly limit: number
}

/** What logged decisions would have been. The answer before is shown until the next one comes. */
export function whatIfQuery({ system, decision, snapshot, experiences, limit }: WhatIfAsked) {
  return queryOptions({
    queryKey: ['what-if', system, decision, snapshot, experiences, limit],
    queryFn: () =>
      request<WhatIfDocument>('POST', path`/systems/${system}/decisions/${decision}/what-if`, {
        experiences,
        limit,
      }),
    placeholderData: keepPreviousData,
    staleTime: 15_000,
    refetchInterval: 30_000,
  })
}

/** What logged decisions would have earned with other utilities. The answer before is shown until the next one comes. */
export function offPolicyQuery({
  system,
  decision,
  snapshot,
  experiences,
  limit,
  reward,
}: WhatIfAsked & { readonly reward: string }) {
  return queryOptions({
    queryKey: ['off-policy', system, decision, snapshot, experiences, limit, reward],
    queryFn: () =>
      request<OffPolicyDocument>('POST', path`/systems/${system}/decisions/${decision}/off-policy`, {
        policies: [{ name: 'proposed', experiences }],
        ...{ reward, limit },
      }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
}

/** Interruptions and interventions over a span of time that ends now. */
export function reportQuery(system: string, decision: string, span: Span) {
  return queryOptions({
    queryKey: ['experience', system, decision, span.name],
    queryFn: async () => {
      const now = Date.now()
      const address = path`/systems/${system}/decisions/${decision}/experience`
      const given = { every: span.every, from: beginOf(span, now) }
      return { now, report: await request<ExperienceReport>('GET', address + query(given)) }
    },
    placeholderData: keepPreviousData,
    refetchInterval: 10_000,
  })
}
