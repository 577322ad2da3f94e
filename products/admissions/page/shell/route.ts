import { useSyncExternalStore } from 'react'

/** The places of the page. */
export const views = ['reader', 'desk', 'applicant', 'berkeley'] as const

/** A place of the page. */
export type View = (typeof views)[number]

/** A place, and the number of the file that is opened there. */
export interface Place {
  readonly view: View
  readonly number?: number
}

const base = import.meta.env.BASE_URL
const listeners = new Set<() => void>()

/** The place that an address means; one that means none is the reader’s. */
export function placeOf(base: string, path: string): Place {
  const [named, number] = path.slice(base.length).split('/')
  const view = views.find((one) => one === named) ?? 'reader'
  return number !== undefined && /^\d+$/.test(number) ? { view, number: Number(number) } : { view }
}

/** The address of a place. */
export const href = ({ view, number }: Place): string =>
  `${base}${view}${number === undefined ? '' : `/${number}`}`

/** Goes to a place. */
export function go(place: Place): void {
  history.pushState(null, '', href(place))
  for (const listener of listeners) listener()
}

/** Where the person is, drawn again whenever it changes. */
export const usePlace = (): Place =>
  placeOf(
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
