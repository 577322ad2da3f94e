import type { Oddity } from '../../domain/stands-out.ts'
import type { MeterReading } from '../../meter.ts'
import { inHundred, meaningOf, whyRaised } from './words.ts'

/** What the reading means for the person, in words. */
export function Meaning({ reading, oddities }: { reading: MeterReading; oddities: readonly Oddity[] }) {
  const raised = whyRaised(reading, oddities)
  return (
    <div className="meter-meaning">
      <p>{meaningOf(reading)}</p>
      <p className="quiet">
        An examination would change about {inHundred(reading.percent)} returns with these facts. Whether yours
        is examined at all is another question.
      </p>
      {raised !== undefined && <p className="quiet">{raised}</p>}
    </div>
  )
}
