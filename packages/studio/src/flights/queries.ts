import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { FlightDocument, FlightRequest, RampRequest, ScorecardDocument, StopRequest } from 'holon'
import { path, query, request } from '../wire/request.ts'
import type { CardOptions } from './page/card-options.ts'

/** All flights there ever were. */
export function flightsQuery(system: string) {
  return queryOptions({
    queryKey: ['flights', system],
    queryFn: () => request<readonly FlightDocument[]>('GET', path`/systems/${system}/flights`),
  })
}

/** One flight and its steps. */
export function flightQuery(system: string, flight: string) {
  return queryOptions({
    queryKey: ['flights', system, flight],
    queryFn: () => request<FlightDocument>('GET', path`/systems/${system}/flights/${flight}`),
  })
}

/** What a flight did to every layer of goals. The server reads a lot for it: what is shown stays until the next one comes. */
export function scorecardQuery(system: string, flight: string, options: CardOptions = {}) {
  const { slices, before, since } = options
  return queryOptions({
    queryKey: ['scorecard', system, flight, options],
    queryFn: () =>
      request<ScorecardDocument>(
        'GET',
        path`/systems/${system}/flights/${flight}/scorecard` +
          query({ slices: slices?.join(), before, sinceMet: since }),
      ),
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  })
}

/** Starts a flight. */
export function useStartFlight(system: string) {
  const told = useTold(system)
  return useMutation({
    mutationFn: (body: FlightRequest) =>
      request<FlightDocument>('POST', path`/systems/${system}/flights`, body),
    onSuccess: told,
  })
}

/** Puts another share of all units into a flight. */
export function useRamp(system: string, flight: string) {
  const told = useTold(system)
  return useMutation({
    mutationFn: (body: RampRequest) =>
      request<FlightDocument>('POST', path`/systems/${system}/flights/${flight}/ramp`, body),
    onSuccess: told,
  })
}

/** Ends a flight, or what was kept of it. */
export function useStop(system: string, flight: string) {
  const told = useTold(system)
  return useMutation({
    mutationFn: (body: StopRequest) =>
      request<FlightDocument>('POST', path`/systems/${system}/flights/${flight}/stop`, body),
    onSuccess: told,
  })
}

/** Whatever is shown of flights is asked again once something was done to one. */
function useTold(system: string) {
  const client = useQueryClient()
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['flights', system] }),
      client.invalidateQueries({ queryKey: ['scorecard', system] }),
      client.invalidateQueries({ queryKey: ['system', system] }),
    ])
}
