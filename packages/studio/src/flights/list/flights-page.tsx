import { useQuery } from '@tanstack/react-query'
import { Page } from '../../look/page.tsx'
import { Answered } from '../../look/state.tsx'
import { useSystem } from '../../shell/system.ts'
import { flightsQuery } from '../queries.ts'
import { FlightTable } from './flight-table.tsx'
import './flights-page.css'
import { groupsOf } from './groups.ts'
import { NewFlight } from './new-flight.tsx'
import { WhatAFlightIs } from './what-a-flight-is.tsx'

/** All flights of a system, by how they stand. */
export function FlightsPage() {
  const { name } = useSystem()
  const query = useQuery(flightsQuery(name))
  return (
    <Page
      title="Flights"
      lead="Changes on their way to people: some meet them, all others do not, and every layer of goals is compared."
      controls={<NewFlight system={name} />}
    >
      <Answered query={query} lines={8}>
        {(flights) =>
          flights.length === 0 ? (
            <WhatAFlightIs system={name} />
          ) : (
            <div className="flight-groups">
              {groupsOf(flights).map(({ title, about, flights }) => (
                <section key={title} aria-label={title}>
                  <header>
                    <h2>{title}</h2>
                    <p className="quiet small">{about}</p>
                  </header>
                  <FlightTable flights={flights} label={title} />
                </section>
              ))}
            </div>
          )
        }
      </Answered>
    </Page>
  )
}
