import { queryOptions } from '@tanstack/react-query'
import type { IndicatorsDocument } from 'holon'
import { path, request } from '../wire/request.ts'

/** What ended flights showed of leading indicators. Changes when a flight ends, and takes a while to measure. */
export const indicatorsQuery = (system: string) =>
  queryOptions({
    queryKey: ['indicators', system],
    queryFn: () => request<IndicatorsDocument>('GET', path`/systems/${system}/indicators`),
    staleTime: 300_000,
    refetchOnWindowFocus: false,
  })
