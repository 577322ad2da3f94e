import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { tuningsQuery } from '../../experience/queries.ts'
import { Page } from '../../look/page.tsx'
import { Answered, Empty } from '../../look/state.tsx'
import { NameProvider } from '../../queue/your-name.tsx'
import { useSystem } from '../../shell/system.ts'
import { FlightForm } from './flight-form.tsx'

const route = getRouteApi('/systems/$system/flights/~new')

/** A new flight, from what differs between two versions of a decision point. */
export function NewFlightPage() {
  const { name, decisions } = useSystem()
  const draft = route.useSearch()
  const tunings = useQuery(tuningsQuery(name))
  return (
    <Page
      title="New flight"
      lead="Say what differs, what it is for and who meets it. The address of this page keeps all of it: send it to whoever should look before it starts."
    >
      {decisions.length === 0 ? (
        <Empty title="This system decides nothing yet.">Declare a decision point first.</Empty>
      ) : (
        <Answered query={tunings} lines={12}>
          {(tunings) => (
            <NameProvider>
              <FlightForm begin={draft} tunings={tunings} />
            </NameProvider>
          )}
        </Answered>
      )}
    </Page>
  )
}
