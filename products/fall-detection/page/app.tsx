import { CaretakerPage } from './caretaker/caretaker-page.tsx'
import { client, HolonProvider } from './holon.ts'
import { Link } from './shell/link.tsx'
import { useView, type View } from './shell/route.ts'
import { StartPage } from './start/start-page.tsx'
import { WatchPage } from './watch/watch-page.tsx'

const places: readonly (readonly [View, string])[] = [
  ['start', 'Upright'],
  ['watch', 'Watch'],
  ['caretaker', 'Caretaker'],
]

/** The page: a start, the watch, and the caretaker's side. */
export function App() {
  const view = useView()
  return (
    <HolonProvider client={client}>
      <header className="top">
        <nav aria-label="Places">
          {places.map(([place, name]) => (
            <Link key={place} to={place} className={place === view ? 'here' : ''}>
              {name}
            </Link>
          ))}
        </nav>
      </header>
      <main>
        {view === 'start' && <StartPage />}
        {view === 'watch' && <WatchPage />}
        {view === 'caretaker' && <CaretakerPage />}
      </main>
    </HolonProvider>
  )
}
