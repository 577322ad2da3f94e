import type { AssigningFlight } from '../../spec/flight.ts'

/** Flights that can be flown, and why the others cannot, in words. */
export interface Sorted {
  readonly flown: readonly AssigningFlight[]
  readonly resting: readonly string[]
}

/** Lets rest what the code cannot do any more: nobody takes part, and everybody gets what is declared. */
export function withoutResting(
  flights: readonly AssigningFlight[],
  mustFly: (flight: AssigningFlight) => void,
): Sorted {
  const flown: AssigningFlight[] = []
  const resting: string[] = []
  for (const flight of flights) {
    try {
      mustFly(flight)
      flown.push(flight)
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      resting.push(`The flight "${flight.name}" rests, because the code has changed: ${why}`)
    }
  }
  return { flown, resting }
}
