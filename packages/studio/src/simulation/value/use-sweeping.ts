import type { SimulationRequest, SimulationSummary } from 'holon'
import { useEffect, useRef, useState } from 'react'
import { useStart } from '../queries.ts'

/** How many runs are under way at once. */
const atOnce = 2

/** Starts run after run, a few at a time, as long as the page is open. */
export function useSweeping(
  system: string,
  runs: readonly SimulationSummary[],
  missing: readonly SimulationRequest[],
) {
  const [on, turn] = useState(false)
  const { mutate, isPending, error, reset } = useStart(system)
  const asked = useRef(new Set<string>())
  const underWay = runs.filter(({ state }) => state === 'running').length
  const next = missing.find((request) => !asked.current.has(JSON.stringify(request)))
  useEffect(() => {
    if (!on || isPending || error !== null || next === undefined || underWay >= atOnce) return
    asked.current.add(JSON.stringify(next))
    mutate(next)
  }, [on, isPending, error, next, underWay, mutate])
  return {
    isOn: on && error === null && (isPending || next !== undefined || underWay > 0),
    error,
    /** Also after an error; what has failed is asked for once more. */
    begin: () => {
      asked.current.clear()
      reset()
      turn(true)
    },
  }
}
