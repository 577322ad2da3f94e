import type { Reason } from 'holon'
import type { Decided } from '../wire/entries.ts'

/** Every reason why a person met an experience. */
export const reasons: readonly Reason[] = ['policy', 'exploration', 'guardrail', 'fallback']

/** Which decisions to show; all where nothing is said. */
export interface Filters {
  readonly decision?: string
  readonly experience?: string
  readonly reason?: Reason
  readonly degraded?: true
}

/** Reads the filters from the address, leaving out what makes no sense. */
export function readFilters(search: Record<string, unknown>): Filters {
  const reason = reasons.find((one) => one === search.reason)
  return {
    ...(isName(search.decision) ? { decision: search.decision } : {}),
    ...(isName(search.experience) ? { experience: search.experience } : {}),
    ...(reason === undefined ? {} : { reason }),
    ...(search.degraded === true ? { degraded: true as const } : {}),
  }
}

/** Whether a decision passes every filter. */
export function passes(decided: Decided, filters: Filters): boolean {
  return (
    (filters.decision === undefined || decided.decision === filters.decision) &&
    (filters.experience === undefined || decided.experience === filters.experience) &&
    (filters.reason === undefined || decided.reason === filters.reason) &&
    (filters.degraded === undefined || decided.degraded)
  )
}

const isName = (value: unknown): value is string => typeof value === 'string' && value !== ''
