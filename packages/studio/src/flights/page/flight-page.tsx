import { Button } from '@mantine/core'
import { IconCopyPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { FlightDocument } from 'holon'
import { formatSentence } from '../../format/json.ts'
import { Page } from '../../look/page.tsx'
import { Answered } from '../../look/state.tsx'
import { NameProvider } from '../../queue/your-name.tsx'
import { useSystem } from '../../shell/system.ts'
import { flightQuery, scorecardQuery } from '../queries.ts'
import { draftLike } from '../start/draft.ts'
import { CardControls } from './card-controls.tsx'
import './flight-page.css'
import { HistoryPanel } from './history-panel.tsx'
import { Scorecard } from './scorecard.tsx'
import { Standing } from './standing.tsx'

const route = getRouteApi('/systems/$system/flights/$flight')

/** One flight: what it did to every layer of goals, what to do about it, and what was done. */
export function FlightPage() {
  const { name: system } = useSystem()
  const { flight: name } = route.useParams()
  const query = useQuery(flightQuery(system, name))
  const { data: flight } = query
  return (
    <Page
      title={name}
      {...(flight !== undefined && {
        lead: formatSentence(flight.about),
        controls: <Again flight={flight} />,
      })}
    >
      <Answered query={query} lines={12}>
        {(flight) => (
          <NameProvider>
            <div className="flight">
              <Standing flight={flight} />
              <Measured flight={flight} />
              <HistoryPanel flight={flight} />
            </div>
          </NameProvider>
        )}
      </Answered>
    </Page>
  )
}

function Measured({ flight }: { flight: FlightDocument }) {
  const { name: system } = useSystem()
  const options = route.useSearch()
  const query = useQuery(scorecardQuery(system, flight.name, options))
  return (
    <>
      <CardControls flight={flight} busy={query.isFetching} />
      <Answered query={query} lines={16}>
        {(card) => <Scorecard card={card} options={options} />}
      </Answered>
    </>
  )
}

/** The way to another flight like this one. */
function Again({ flight }: { flight: FlightDocument }) {
  const { name: system } = useSystem()
  return (
    <Button
      size="sm"
      leftSection={<IconCopyPlus size={16} aria-hidden="true" />}
      renderRoot={(props) => (
        <Link {...props} to="/systems/$system/flights/~new" params={{ system }} search={draftLike(flight)} />
      )}
    >
      Another like it
    </Button>
  )
}
