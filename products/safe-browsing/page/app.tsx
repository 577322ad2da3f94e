import { useState } from 'react'
import type { Address } from '../domain/address.ts'
import './app.css'
import { CheckForm } from './check/check-form.tsx'
import { Result } from './check/result.tsx'
import { client, HolonProvider } from './holon.ts'
import { Install } from './install/install.tsx'
import { Limits } from './shell/limits.tsx'

/** The page on which a person checks an address. */
export function App() {
  const [address, setAddress] = useState<Address>()
  return (
    <HolonProvider client={client}>
      <div className="shell">
        <header className="masthead">
          <img src={`${import.meta.env.BASE_URL}favicon.svg`} alt="" width="32" height="32" />
          <p>Look twice</p>
        </header>
        <main>
          <h1>Is this address what it seems?</h1>
          <p className="lead">
            Paste it here before you open it. You see which part says whose page it is, and what in the rest
            looks like a trick.
          </p>
          <CheckForm onCheck={setAddress} />
          {address && <Result key={address.href} address={address} />}
          <Install />
          <Limits />
        </main>
        <footer>
          <p>
            Addresses you check are decided on by the Holon server on this machine and kept there, sealed
            under a number that is drawn anew for each visit of this page. Nothing is opened, and nothing goes
            elsewhere.
          </p>
        </footer>
      </div>
    </HolonProvider>
  )
}
