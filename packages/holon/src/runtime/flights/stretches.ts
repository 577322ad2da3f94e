import type { FlightDocument } from '../../spec/flight.ts'
import type { ArmAnswer, ArmsMeasure } from '../../spec/ports.ts'
import type { Inside } from '../inside.ts'

/** Ends of stretches as shares of a flight: short ones at first, when most people meet a new flight, then eighths. */
const ends = [1 / 256, 1 / 128, 1 / 64, 1 / 32, 1 / 16, 1 / 8, 2 / 8, 3 / 8, 4 / 8, 5 / 8, 6 / 8, 7 / 8, 1]

/**
 * What was measured of the units that met a flight in each stretch of it, until it ended: nobody is in two of them, and what
 * people did long after it dilutes nothing.
 */
export async function stretchesOfFlight(
  { system, ports }: Inside,
  { name, decision, unit, counts, steps }: FlightDocument,
  measures: readonly ArmsMeasure[],
): Promise<readonly (readonly ArmAnswer[])[]> {
  const now = ports.clock.now()
  const from = steps[0]?.at ?? 0
  const to = steps.find(({ did }) => did === 'stop' || did === 'keep')?.at ?? now
  const bounds = ends.map((share) => Math.round(from + share * (to - from)))
  const stretches = bounds.map((end, i) => [bounds[i - 1] ?? from, end] as const)
  const answers = await Promise.all(
    stretches
      .filter(([start, end]) => end > start)
      .map(([start, end]) =>
        ports.warehouse.arms({
          ...{ system: system.name, measures, now, from: start, to: end },
          sinceMet: `${Math.ceil((to - start) / 1000)} seconds`,
          units: { flight: name, unit, counts, ...(decision !== undefined && { decision }) },
        }),
      ),
  )
  return answers.map((all) => all.filter(({ stretch }) => stretch === 0))
}
