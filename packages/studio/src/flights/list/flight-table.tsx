import { Skeleton } from '@mantine/core'
import { useInViewport } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { FlightDocument, ScorecardDocument } from 'holon'
import { countWords } from '../../format/flight-unit.ts'
import { formatShare } from '../../format/number.ts'
import { formatDay } from '../../format/time.ts'
import { useSystem } from '../../shell/system.ts'
import { EffectPlot } from '../effect/effect-plot.tsx'
import { reachOf } from '../effect/effect-scale.ts'
import { formatEffect, formatReach } from '../effect/effect-words.ts'
import { scorecardQuery } from '../queries.ts'
import { SayMark } from '../say-mark.tsx'
import { FlightState } from '../state-mark.tsx'
import { flightWords } from '../words.ts'
import './flight-table.css'
import { since } from './groups.ts'

/** Flights below each other, each with what its scorecard says; a scorecard is asked for once its flight is in sight. */
export function FlightTable({ flights, label }: { flights: readonly FlightDocument[]; label: string }) {
  return (
    <table className="flights">
      <caption className="hidden">{label}</caption>
      <thead>
        <tr>
          <th scope="col">Flight</th>
          <th scope="col">Share</th>
          <th scope="col">Verdict</th>
          <th scope="col">Effect on its main goal</th>
        </tr>
      </thead>
      <tbody>
        {flights.map((flight) => (
          <FlightRow key={flight.name} flight={flight} />
        ))}
      </tbody>
    </table>
  )
}

function FlightRow({ flight }: { flight: FlightDocument }) {
  const { name: system } = useSystem()
  const { ref, inViewport } = useInViewport<HTMLTableRowElement>()
  const { data: card, isError } = useQuery({
    ...scorecardQuery(system, flight.name),
    enabled: inViewport,
    staleTime: 60_000,
  })
  const { name, about, share, unit } = flight
  const units = card?.sampleRatio.arms.reduce((sum, one) => sum + one.n, 0)
  return (
    <tr ref={ref}>
      <th scope="row">
        <Link
          to="/systems/$system/flights/$flight"
          params={{ system, flight: name }}
          className="flights-link"
        >
          {name}
        </Link>
        <span className="flights-about">{about}</span>
        <span className="quiet small">{flightWords(flight)}</span>
      </th>
      <td data-label="Share">
        <FlightState flight={flight} />
        <span className="quiet small flights-under">
          {flight.state === 'running' && `${formatShare(share)} of all`}
          {flight.state === 'running' && units !== undefined && ' · '}
          {units !== undefined && countWords(units, unit)}
        </span>
        <span className="quiet small flights-under">since {formatDay(since(flight))}</span>
      </td>
      {card === undefined ? (
        <td colSpan={2} data-label="Verdict">
          {isError ? (
            <span className="quiet">The scorecard could not be read.</span>
          ) : (
            <Skeleton h={16} w={180} />
          )}
        </td>
      ) : (
        <>
          <td data-label="Verdict">
            <SayMark verdict={card.verdict} />
            {flight.state !== 'running' && <span className="quiet small flights-under">as it ended</span>}
          </td>
          <td data-label="Main goal">
            <MainEffect card={card} />
          </td>
        </>
      )}
    </tr>
  )
}

/** The effect on the main goal: of the arm that the verdict is about, or of the first. */
function MainEffect({ card }: { card: ScorecardDocument }) {
  const main = card.goals.find(({ role }) => role === 'main')
  const effect = main?.effects.find(({ arm }) => arm === card.verdict.arm) ?? main?.effects[0]
  if (main === undefined || effect === undefined) return <span className="quiet">No main goal is named.</span>
  const several = main.effects.length > 1
  return (
    <>
      <span className="small">
        {main.name}
        {several && <span className="quiet">, {effect.arm}</span>}
      </span>
      {effect.absolute === null ? (
        <span className="quiet small flights-under">too little to say</span>
      ) : (
        <>
          <span className="flights-under">
            <b>{formatEffect(effect.absolute.estimate, main.unit)}</b>{' '}
            <span className="quiet small">({formatReach(effect.absolute.interval, main.unit)})</span>
          </span>
          <EffectPlot
            effect={effect.absolute}
            reach={reachOf([effect], 'absolute')}
            verdict={effect.verdict}
          />
        </>
      )}
    </>
  )
}
