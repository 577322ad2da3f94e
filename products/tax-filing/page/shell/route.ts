import { useSyncExternalStore } from 'react'
import { sections } from '../../domain/interview.ts'
import type { SectionId } from '../../domain/questions/question.ts'

/** Where a person is on the page. */
export type Route =
  | { readonly view: 'start' }
  | { readonly view: 'interview'; readonly section: SectionId; readonly question?: string }
  | { readonly view: 'result' }
  | { readonly view: 'filed' }

/** The place an address means; an address that means none is the start. */
export function routeOf(base: string, path: string, hash = ''): Route {
  const [view, part] = path.slice(base.length).split('/')
  if (view === 'result' || view === 'filed') return { view }
  const section = sections.find(({ id }) => id === part)
  if (view !== 'interview' || section === undefined) return { view: 'start' }
  return { view, section: section.id, ...(hash.length > 1 && { question: hash.slice(1) }) }
}

/** The address of a place. */
export function addressOf(base: string, route: Route): string {
  if (route.view === 'start') return base
  if (route.view !== 'interview') return `${base}${route.view}`
  const question = route.question === undefined ? '' : `#${route.question}`
  return `${base}interview/${route.section}${question}`
}

const base = import.meta.env.BASE_URL
const listeners = new Set<() => void>()

/** The address of a place on this page. */
export function href(route: Route): string {
  return addressOf(base, route)
}

/** Goes to a place. */
export function go(route: Route): void {
  history.pushState(null, '', href(route))
  for (const listener of listeners) listener()
}

/** Where the person is, drawn again whenever it changes. */
export function useRoute(): Route {
  const address = useSyncExternalStore(subscribe, () => location.pathname + location.hash)
  const [path = '', hash = ''] = address.split('#')
  return routeOf(base, path, hash === '' ? '' : `#${hash}`)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  addEventListener('popstate', listener)
  return () => {
    listeners.delete(listener)
    removeEventListener('popstate', listener)
  }
}
