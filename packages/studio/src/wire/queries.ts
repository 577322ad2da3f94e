import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type {
  GoalDocument,
  HealthDocument,
  LatestDocument,
  LoopsDocument,
  RecordDocument,
  SystemDocument,
} from 'holon'
import { path, query, request } from './request.ts'

/** How the server is. Asked again every ten seconds. */
export const healthQuery = queryOptions({
  queryKey: ['health'],
  queryFn: () => request<HealthDocument>('GET', '/health'),
  refetchInterval: 10_000,
})

/** All systems the server runs. */
export const systemsQuery = queryOptions({
  queryKey: ['systems'],
  queryFn: () => request<readonly SystemDocument[]>('GET', '/systems'),
})

/** One system as declared, with the faults of its models as they are now. */
export function systemQuery(system: string) {
  return queryOptions({
    queryKey: ['system', system],
    queryFn: () => request<SystemDocument>('GET', path`/systems/${system}`),
    staleTime: 60_000,
  })
}

/** Which decisions the goals are measured on. */
export interface GoalWindow {
  /** How far back from now, in milliseconds; undefined: all. */
  readonly back?: number | undefined
  /** A public context field: one more value per value of it. */
  readonly slice?: string | undefined
}

/** Where the goals are told. */
export const goalsAddress = (
  system: string,
  asked: { readonly from: number | undefined; readonly slice: string | undefined },
): string => path`/systems/${system}/goals` + query(asked)

/** Goals with their values over a window that ends now. */
export function goalsQuery(system: string, window: GoalWindow) {
  return queryOptions({
    queryKey: ['goals', system, window],
    queryFn: () => {
      const from = window.back === undefined ? undefined : Date.now() - window.back
      const address = goalsAddress(system, { from, slice: window.slice })
      return request<readonly GoalDocument[]>('GET', address)
    },
    placeholderData: keepPreviousData,
  })
}

/** Loops through the world, as declared and as found. The server reads its whole log for it. */
export function loopsQuery(system: string) {
  return queryOptions({
    queryKey: ['loops', system],
    queryFn: () => request<LoopsDocument>('GET', path`/systems/${system}/loops`),
    staleTime: 60_000,
  })
}

/** The latest decisions, as the first page of a list that goes on. */
export function latestQuery(system: string) {
  return queryOptions({
    queryKey: ['latest', system],
    queryFn: () => fetchLatest(system, 200),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** A page of decisions, latest first, before a position if given. */
export function fetchLatest(system: string, limit: number, before?: number): Promise<LatestDocument> {
  return request('GET', path`/systems/${system}/decisions` + query({ limit, before }))
}

/** One decision with what came back for it. */
export function recordQuery(id: string) {
  return queryOptions({
    queryKey: ['record', id],
    queryFn: () => request<RecordDocument>('GET', path`/decisions/${id}`),
  })
}
