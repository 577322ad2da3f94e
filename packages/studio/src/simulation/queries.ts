import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { SimulationRequest, SimulationRun, SimulationSummary, WorldDocument } from 'holon'
import { path, request } from '../wire/request.ts'

const often = 1000
/** The report that a pause asks for comes a little later; somebody else may let it go on. */
const seldom = 3000

/** What can be simulated around a system. Fails with `not-found` where it has no world. */
export function worldQuery(system: string) {
  return queryOptions({
    queryKey: ['world', system],
    queryFn: () => request<WorldDocument>('GET', path`/systems/${system}/world`),
    staleTime: 60_000,
  })
}

/** All runs that are kept, the latest first. Asked again while one of them is under way. */
export function runsQuery(system: string) {
  return queryOptions({
    queryKey: ['simulations', system],
    queryFn: () => request<readonly SimulationSummary[]>('GET', path`/systems/${system}/simulations`),
    refetchInterval: ({ state }) => (state.data?.some(isUnderWay) === true ? often : false),
  })
}

/** One run with its reports so far. Asked again until it is over. */
export function runQuery(system: string, id: string) {
  return queryOptions({
    queryKey: ['simulation', system, id],
    queryFn: () => request<SimulationRun>('GET', path`/systems/${system}/simulations/${id}`),
    refetchInterval: ({ state: { data } }) => {
      if (data === undefined || data.state === 'done' || data.state === 'failed') return false
      return isUnderWay(data) ? often : seldom
    },
  })
}

const isUnderWay = ({ state }: SimulationSummary): boolean => state === 'running'

/** Starts a run. */
export function useStart(system: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: SimulationRequest) =>
      request<SimulationSummary>('POST', path`/systems/${system}/simulations`, body),
    onSuccess: (run) => keep(client, run),
  })
}

/** What can be done to a run under way. */
export type Intervention =
  | { readonly do: 'pause' }
  | { readonly do: 'resume' }
  | { readonly do: 'inject'; readonly scenario: string }

/** Pauses a run, lets it go on, or lets something befall its world. */
export function useIntervene(system: string, id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (intervention: Intervention) => {
      const run = path`/systems/${system}/simulations/${id}`
      return intervention.do === 'inject'
        ? request<SimulationSummary>('POST', `${run}/scenarios`, { scenario: intervention.scenario })
        : request<SimulationSummary>('POST', `${run}/${intervention.do}`)
    },
    onSuccess: (run) => keep(client, run),
  })
}

/** Forgets a run. */
export function useForget(system: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => request<void>('DELETE', path`/systems/${system}/simulations/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: ['simulations', system] }),
  })
}

/** What is known of a run now, beside the reports that came before. Resolves once what is shown was asked again. */
async function keep(client: QueryClient, { id, system, ...summary }: SimulationSummary): Promise<void> {
  client.setQueryData<SimulationRun>(['simulation', system, id], (before) =>
    before === undefined ? undefined : { ...before, ...summary },
  )
  await Promise.all([
    client.invalidateQueries({ queryKey: ['simulation', system, id] }),
    client.invalidateQueries({ queryKey: ['simulations', system] }),
  ])
}
