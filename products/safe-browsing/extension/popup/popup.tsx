import { addressOf } from '../../domain/address.ts'
import { AddressParts } from '../../parts/address-parts.tsx'
import { ReasonList } from '../../parts/reason-list.tsx'
import type { Visited } from '../warned.ts'
import './popup.css'

/** The note about the page that is open. Silence is said to be silence, never that all is well. */
export function Popup({ visited, server }: { visited: Visited | undefined; server: string }) {
  const address = visited && addressOf(visited.address)
  const reasons = visited?.told?.reasons ?? []
  return (
    <main className="popup">
      <h1>{reasons.length > 0 ? 'Look twice at this address' : 'Nothing stands out in this address'}</h1>
      {address && <AddressParts address={address} />}
      <ReasonList reasons={reasons} />
      <p>
        {reasons.length > 0
          ? 'If you did not expect exactly this site, leave it.'
          : 'That does not make the page safe. Look whether the marked site is the one you mean.'}
      </p>
      <p>
        <a href={`${server}/products/safe-browsing/`} target="_blank" rel="noreferrer">
          Check another address
        </a>
      </p>
    </main>
  )
}
