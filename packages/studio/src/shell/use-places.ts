import { useQuery } from '@tanstack/react-query'
import { handsOver } from '../queue/hands-over.ts'
import { healthQuery, systemQuery } from '../wire/queries.ts'
import { places } from './places.ts'

/** The pages of a system that have something to show: breaking only in a demonstration, simulations only of a world, a queue only where people wait, fairness only where it is declared. */
export function usePlaces(system: string) {
  const { data: health } = useQuery(healthQuery)
  const { data: document } = useQuery(systemQuery(system))
  return places.filter(({ to }) => {
    if (to === '/systems/$system/break') return health?.demo === true
    if (to === '/systems/$system/simulation') return health?.worlds.includes(system) === true
    if (to === '/systems/$system/queue') return document !== undefined && handsOver(document)
    if (to === '/systems/$system/fairness') return (document?.fairness.length ?? 0) > 0
    return true
  })
}
