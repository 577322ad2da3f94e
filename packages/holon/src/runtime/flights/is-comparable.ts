import type { FlightDocument } from '../../spec/flight.ts'
import type { Measure } from '../../spec/measure.ts'

/** Where every decision is assigned anew, only what is measured on that very decision differs between arms. */
export const isComparable = (flight: FlightDocument, { decision }: Measure): boolean =>
  flight.unit !== 'decision' || decision === flight.decision
