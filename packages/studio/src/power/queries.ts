import { queryOptions } from '@tanstack/react-query'
import type { PowerDocument, PowerOptions } from 'holon'
import { path, query, request } from '../wire/request.ts'

/** Where a plan for a goal is told. */
export const powerAddress = (system: string, goal: string, options: PowerOptions): string =>
  path`/systems/${system}/goals/${goal}/power` + query({ ...options })

/** What a flight for a goal takes. The answer before is shown until the next one comes. */
export function powerQuery(system: string, goal: string, options: PowerOptions) {
  return queryOptions({
    queryKey: ['power', system, goal, options],
    queryFn: () => request<PowerDocument>('GET', powerAddress(system, goal, options)),
    placeholderData: (before: PowerDocument | undefined) => (before?.goal === goal ? before : undefined),
    staleTime: 30_000,
  })
}
