import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from '@tanstack/react-router'
import { readFilters } from './decisions/filters.ts'
import { readView } from './goals/view.ts'
import { HomePage } from './home/home-page.tsx'
import { Failure } from './look/state.tsx'
import { OverviewPage } from './overview/overview-page.tsx'
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
    queue,
    tryIt,
    breakIt,
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

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createStudioRouter>
  }
}
