import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from '@tanstack/react-router'
import { readFilters } from './decisions/filters.ts'
import { readCardOptions } from './flights/page/card-options.ts'
import { readDraft } from './flights/start/read-draft.ts'
import { readView } from './goals/view.ts'
import { HomePage } from './home/home-page.tsx'
import { Failure } from './look/state.tsx'
import { readOffPolicyView } from './off-policy/asked.ts'
import { OverviewPage } from './overview/overview-page.tsx'
import { readPowerView } from './power/view.ts'
import { readQueueFilters } from './queue/filters.ts'
import { NotFound } from './shell/not-found.tsx'
import { SystemFrame } from './shell/system-frame.tsx'

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound })
const home = createRoute({ getParentRoute: () => root, path: '/', component: HomePage })
const system = createRoute({
  getParentRoute: () => root,
  path: '/systems/$system',
  component: SystemFrame,
})
const overview = createRoute({ getParentRoute: () => system, path: '/', component: OverviewPage })
const map = createRoute({
  getParentRoute: () => system,
  path: '/map',
  component: lazyRouteComponent(() => import('./map/map-page.tsx'), 'MapPage'),
  validateSearch: (search): { part?: string } =>
    typeof search.part === 'string' ? { part: search.part } : {},
})
const goals = createRoute({
  getParentRoute: () => system,
  path: '/goals',
  component: lazyRouteComponent(() => import('./goals/goals-page.tsx'), 'GoalsPage'),
  validateSearch: readView,
})
const decisions = createRoute({
  getParentRoute: () => system,
  path: '/decisions',
  component: lazyRouteComponent(() => import('./decisions/decisions-page.tsx'), 'DecisionsPage'),
  validateSearch: readFilters,
})
const decision = createRoute({
  getParentRoute: () => system,
  path: '/decisions/$id',
  component: lazyRouteComponent(() => import('./decision/decision-page.tsx'), 'DecisionPage'),
})
const queue = createRoute({
  getParentRoute: () => system,
  path: '/queue',
  component: lazyRouteComponent(() => import('./queue/queue-page.tsx'), 'QueuePage'),
  validateSearch: readQueueFilters,
})
const experiences = createRoute({
  getParentRoute: () => system,
  path: '/experience',
  component: lazyRouteComponent(() => import('./experience/first-decision.tsx'), 'FirstDecision'),
})
const experience = createRoute({
  getParentRoute: () => system,
  path: '/experience/$decision',
  component: lazyRouteComponent(() => import('./experience/experience-page.tsx'), 'ExperiencePage'),
})
const offPolicies = createRoute({
  getParentRoute: () => system,
  path: '/off-policy',
  component: lazyRouteComponent(() => import('./off-policy/first-off-policy.tsx'), 'FirstOffPolicy'),
})
const offPolicy = createRoute({
  getParentRoute: () => system,
  path: '/off-policy/$decision',
  component: lazyRouteComponent(() => import('./off-policy/off-policy-page.tsx'), 'OffPolicyPage'),
  validateSearch: readOffPolicyView,
})
const power = createRoute({
  getParentRoute: () => system,
  path: '/power',
  component: lazyRouteComponent(() => import('./power/power-page.tsx'), 'PowerPage'),
  validateSearch: readPowerView,
})
const fairness = createRoute({
  getParentRoute: () => system,
  path: '/fairness',
  component: lazyRouteComponent(() => import('./fairness/fairness-page.tsx'), 'FairnessPage'),
})
const flights = createRoute({
  getParentRoute: () => system,
  path: '/flights',
  component: lazyRouteComponent(() => import('./flights/list/flights-page.tsx'), 'FlightsPage'),
})
// No flight can be called so: names have no tilde.
const newFlight = createRoute({
  getParentRoute: () => system,
  path: '/flights/~new',
  component: lazyRouteComponent(() => import('./flights/start/new-flight-page.tsx'), 'NewFlightPage'),
  validateSearch: readDraft,
})
const flight = createRoute({
  getParentRoute: () => system,
  path: '/flights/$flight',
  component: lazyRouteComponent(() => import('./flights/page/flight-page.tsx'), 'FlightPage'),
  validateSearch: readCardOptions,
})
const tryIt = createRoute({
  getParentRoute: () => system,
  path: '/try',
  component: lazyRouteComponent(() => import('./try/try-page.tsx'), 'TryPage'),
  validateSearch: (search): { decision?: string } =>
    typeof search.decision === 'string' ? { decision: search.decision } : {},
})
const breakIt = createRoute({
  getParentRoute: () => system,
  path: '/break',
  component: lazyRouteComponent(() => import('./break/break-page.tsx'), 'BreakPage'),
})
const simulation = createRoute({
  getParentRoute: () => system,
  path: '/simulation',
  component: lazyRouteComponent(() => import('./simulation/start/start-page.tsx'), 'StartPage'),
  validateSearch: (search): { like?: string } => named(search, 'like'),
})
const comparison = createRoute({
  getParentRoute: () => system,
  path: '/simulation/compare',
  component: lazyRouteComponent(() => import('./simulation/compare/compare-page.tsx'), 'ComparePage'),
  validateSearch: (search): { a?: string; b?: string } => ({ ...named(search, 'a'), ...named(search, 'b') }),
})
const value = createRoute({
  getParentRoute: () => system,
  path: '/simulation/value',
  component: lazyRouteComponent(() => import('./simulation/value/value-page.tsx'), 'ValuePage'),
  validateSearch: (search): { of?: string } => named(search, 'of'),
})
const simulated = createRoute({
  getParentRoute: () => system,
  path: '/simulation/$run',
  component: lazyRouteComponent(() => import('./simulation/run/run-page.tsx'), 'RunPage'),
})

const tree = root.addChildren([
  home,
  system.addChildren([
    overview,
    map,
    goals,
    decisions,
    decision,
    experiences,
    experience,
    offPolicies,
    offPolicy,
    power,
    fairness,
    flights,
    newFlight,
    flight,
    queue,
    tryIt,
    breakIt,
    simulation,
    comparison,
    value,
    simulated,
  ]),
])

/** The router of the studio: every page a link. */
export function createStudioRouter() {
  return createRouter({
    routeTree: tree,
    defaultPreload: 'intent',
    scrollRestoration: true,
    defaultErrorComponent: ({ error, reset }) => (
      <div className="page">
        <Failure error={error instanceof Error ? error : new Error(String(error))} retry={reset} />
      </div>
    ),
  })
}

/** One text of the address, where it is there. */
function named<K extends string>(search: Record<string, unknown>, key: K): { [key in K]?: string } {
  const value = search[key]
  return typeof value === 'string' && value !== '' ? ({ [key]: value } as { [key in K]?: string }) : {}
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createStudioRouter>
  }
}
