import type { ScorecardDocument } from 'holon'
import { countWords } from '../../format/flight-unit.ts'
import { Panel } from '../../look/panel.tsx'
import { formatEffect } from '../effect/effect-words.ts'

/** How much more it takes to see an effect that is worth having. */
export function LongerPanel({ card: { longer, goals, flight } }: { card: ScorecardDocument }) {
  const unit = goals.find(({ role }) => role === 'main')?.unit
  return (
    <Panel title="How much longer">
      {longer === undefined || unit === undefined ? (
        <p>Too little is known yet to say how much it takes.</p>
      ) : (
        <>
          <p>
            <b>
              {longer.unitsMore === null
                ? 'No number of units that could come'
                : longer.unitsMore === 0
                  ? 'The units there are suffice'
                  : `About ${countWords(longer.unitsMore, flight.unit)} more`}
            </b>
          </p>
          <p className="small">
            to see an effect of {formatEffect(longer.effect, unit)} in {Math.round(longer.power * 10)} of 10
            such flights, were it there
            {flight.worth === undefined &&
              ' (a twentieth of what the control has: the flight does not say what is worth having)'}
            .
          </p>
        </>
      )}
    </Panel>
  )
}
