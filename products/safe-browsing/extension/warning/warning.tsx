import { createClient } from '@holon/client'
import { createHooks, FullPageWarning } from '@holon/react'
import { useMemo } from 'react'
import type { Address } from '../../domain/address.ts'
import { AddressParts } from '../../parts/address-parts.tsx'
import { Dispute, wrongly } from '../../parts/dispute.tsx'
import { ReasonList } from '../../parts/reason-list.tsx'
import type { safeBrowsing } from '../../system.ts'
import { ask } from '../ask.ts'
import type { Settings, Visited } from '../warned.ts'
import './warning.css'

const { HolonProvider } = createHooks<typeof safeBrowsing>()

/** The page that stands in the way: calm, with the way back first, and the way on behind the reasons. */
export function Warning(props: { address: Address; visited: Visited; settings: Settings; tab: number }) {
  const { address, visited, settings, tab } = props
  const client = useMemo(
    () => createClient<typeof safeBrowsing>({ system: 'safe-browsing', url: settings.server }),
    [settings.server],
  )
  const listed = visited.told?.known === 'known-bad'
  const [first, ...more] = visited.told?.reasons ?? []
  const goBack = async (): Promise<void> => {
    client.feedback(visited.id, 'left', true)
    await sent(client)
    location.replace((await ask({ ask: 'before', tab })) ?? 'about:blank')
  }
  const goOn = async (): Promise<void> => {
    client.feedback(visited.id, 'passed', true)
    await sent(client)
    location.replace((await ask({ ask: 'pass', tab })) ?? visited.address)
  }
  return (
    <HolonProvider client={client}>
      <FullPageWarning
        className="warning"
        answer={visited}
        title={listed ? 'This address is known for deceiving people' : 'This page may not be what it seems'}
        onSafe={goBack}
        onProceed={goOn}
        words={{ safe: 'Go back', details: 'Details', proceed: 'Visit anyway' }}
        details={
          <div className="warning-details">
            {more.length > 0 && <h2>What else speaks against it</h2>}
            <ReasonList reasons={more} />
            <p>
              This is judged by the letters of the address alone. It can be wrong, and a page without a
              warning can be a trap all the same.
            </p>
            <Dispute
              client={client}
              visited={visited}
              person={settings.person}
              title="Report an incorrect warning"
              claims={wrongly}
            />
          </div>
        }
      >
        <p>You were about to open a page of the site marked here:</p>
        <AddressParts address={address} />
        {first !== undefined && <p className="warning-first">{first}</p>}
        <p>
          If you did not expect exactly this site, go back. Do not type a password or a card number there.
        </p>
      </FullPageWarning>
    </HolonProvider>
  )
}

/** Longer than this nobody waits for a server before going where they want. */
const patience = 600

/** Resolves once the server has what was said, or nobody wants to wait longer: then it is kept for the next time. */
function sent(client: { flush(): Promise<number> }): Promise<unknown> {
  return Promise.race([client.flush(), new Promise((resolve) => setTimeout(resolve, patience))])
}
