import type { Running, StreamEvent } from 'holon'

/**
 * Calls back when decisions may come out differently from now on (tuned, put into a flight, latched, a model broken on
 * purpose), with the decision where it is one, until the returned function is called.
 */
export function watchChanges(
  systems: readonly Running[],
  changed: (system: string, decision?: string) => void,
): () => void {
  const stops = systems.map((system) =>
    system.subscribe((event) => {
      const change = changeIn(event)
      if (change !== undefined) changed(system.name, change.decision)
    }),
  )
  return () => {
    for (const stop of stops) stop()
  }
}

const changing = /^(decision-tuned|model-fault|latch-reset|actuator-intervened|flight-.+)$/

function changeIn(event: StreamEvent): { readonly decision?: string } | undefined {
  if (event.type === 'decision') {
    return event.data.interventions.some(({ did }) => did === 'latch')
      ? { decision: event.data.decision }
      : undefined
  }
  if (event.type !== 'event' || !changing.test(event.data.name)) return undefined
  const { decision } = event.data.details
  return typeof decision === 'string' ? { decision } : {}
}
