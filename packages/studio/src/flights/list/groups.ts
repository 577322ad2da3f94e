import type { FlightDocument } from 'holon'

/** Flights that stand alike, newest first. */
export interface FlightGroup {
  readonly title: string
  readonly about: string
  readonly flights: readonly FlightDocument[]
}

const kinds: readonly {
  readonly title: string
  readonly about: string
  readonly holds: (flight: FlightDocument) => boolean
}[] = [
  {
    title: 'Running',
    about: 'people meet them now',
    holds: ({ state, holdout }) => state === 'running' && holdout !== true,
  },
  {
    title: 'Holdouts',
    about: 'kept from every change, to tell what all changes together did',
    holds: ({ holdout }) => holdout === true,
  },
  { title: 'Kept', about: 'over; everybody gets one of the arms', holds: ({ state }) => state === 'kept' },
  { title: 'Stopped', about: 'over; everybody gets what is declared', holds: () => true },
]

/** The flights by how they stand: each in the first group that it belongs to. */
export function groupsOf(flights: readonly FlightDocument[]): readonly FlightGroup[] {
  const byKind = Map.groupBy(flights, (flight) => kinds.find(({ holds }) => holds(flight)))
  return kinds.flatMap((kind) => {
    const own = byKind.get(kind) ?? []
    if (own.length === 0) return []
    return [{ title: kind.title, about: kind.about, flights: own.toSorted((a, b) => since(b) - since(a)) }]
  })
}

/** When it was started. */
export const since = ({ steps }: FlightDocument): number => steps[0]?.at ?? 0
