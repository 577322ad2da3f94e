import { StrictMode, useSyncExternalStore } from 'react'
import { createRoot } from 'react-dom/client'
import './gallery.css'
import { HolonProvider } from './hooks.ts'
import { PretendedClient } from './pretended-client.ts'
import { Shelf } from './shelf.tsx'
import { shelves } from './shelves.ts'
import { Switches } from './switches.tsx'

const pretended = new PretendedClient()

function Gallery() {
  return (
    <HolonProvider client={pretended.client}>
      <header>
        <h1>Holon for React</h1>
        <p>What a person meets, and what comes back. Nothing here talks to a server.</p>
        <Switches pretended={pretended} />
      </header>
      <main>
        {shelves.map(({ Specimen, ...shelf }) => (
          <Shelf key={shelf.id} {...shelf}>
            <Specimen />
          </Shelf>
        ))}
      </main>
      <Arrived />
    </HolonProvider>
  )
}

function Arrived() {
  const lines = useSyncExternalStore(pretended.subscribe, () => pretended.arrived)
  return (
    <aside aria-label="What arrived at the server">
      <h2>What arrived</h2>
      <ol className="arrived" reversed>
        {lines.map(({ turn, line }) => (
          <li key={turn}>{line}</li>
        ))}
      </ol>
      {lines.length === 0 && <p>Nothing yet.</p>}
    </aside>
  )
}

const root = document.getElementById('root')
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <Gallery />
    </StrictMode>,
  )
}
