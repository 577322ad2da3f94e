import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Outlet, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { LiveProvider } from '../live/live.tsx'
import { Answered } from '../look/state.tsx'
import { systemQuery } from '../wire/queries.ts'
import { AwayBanner } from './away-banner.tsx'
import { Rail } from './rail.tsx'
import './shell.css'
import { SystemContext } from './system.ts'
import { Tabs } from './tabs.tsx'

const route = getRouteApi('/systems/$system')

/** What stands around every page of a system: navigation, connection, and the system itself. */
export function SystemFrame() {
  const { system } = route.useParams()
  const query = useQuery(systemQuery(system))
  return (
    <LiveProvider key={system} system={system}>
      <a className="skip" href="#main">
        Skip to the page
      </a>
      <div className="shell">
        <Rail system={system} document={query.data} />
        <Main>
          <AwayBanner />
          {query.data === undefined ? (
            <div className="page">
              <Answered query={query} lines={8}>
                {() => null}
              </Answered>
            </div>
          ) : (
            <SystemContext value={query.data}>
              <Outlet />
            </SystemContext>
          )}
        </Main>
        <Tabs system={system} />
      </div>
    </LiveProvider>
  )
}

/** Takes the focus when the page changes, so that the keyboard goes on where the eye does. */
function Main({ children }: { children: React.ReactNode }) {
  const main = useRef<HTMLElement>(null)
  const pathname = useRouterState({ select: (state) => state.location.pathname })
  const shown = useRef(pathname)
  useEffect(() => {
    if (shown.current !== pathname) main.current?.focus({ preventScroll: true })
    shown.current = pathname
  }, [pathname])
  return (
    <main id="main" className="main" ref={main} tabIndex={-1}>
      {children}
    </main>
  )
}
