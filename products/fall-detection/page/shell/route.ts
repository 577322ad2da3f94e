import { useSyncExternalStore } from 'react'

/** The places of the page. */
export const views = ['start', 'watch', 'caretaker'] as const

/** A place of the page. */
export type View = (typeof views)[number]

const base = import.meta.env.BASE_URL
const listeners = new Set<() => void>()

/** The place that an address means; one that means none is the start. */
export function viewOf(base: string, path: string): View {
  const named = path.slice(base.length).split('/')[0]
  return views.find((view) => view === named) ?? 'start'
}

/** The address of a place. */
export const href = (view: View): string => (view === 'start' ? base : `${base}${view}`)

/** Goes to a place. */
export function go(view: View): void {
  history.pushState(null, '', href(view))
  for (const listener of listeners) listener()
}

/** Where the person is, drawn again whenever it changes. */
export const useView = (): View =>
  viewOf(
    base,
    useSyncExternalStore(subscribe, () => location.pathname),
  )

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  addEventListener('popstate', listener)
  return () => {
    listeners.delete(listener)
    removeEventListener('popstate', listener)
  }
}
