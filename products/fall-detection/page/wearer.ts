import { useSyncExternalStore } from 'react'

/** Who wears the watch: a random number that stands for them, and what the caretaker calls them. */
export interface Wearer {
  readonly subject: string
  readonly name: string
  /** The episode that is not over yet, so that a reload goes on with it. */
  readonly episode?: string | undefined
}

const key = 'upright-wearer'
const listeners = new Set<() => void>()
let known: Wearer | undefined

/** The wearer of this browser. */
export function wearer(): Wearer {
  known ??= stored() ?? { subject: randomId(), name: 'Grandma' }
  return known
}

/** Changes what is known of the wearer, here and after a reload. */
export function changeWearer(change: Partial<Omit<Wearer, 'subject'>>): void {
  known = { ...wearer(), ...change }
  try {
    localStorage.setItem(key, JSON.stringify(known))
  } catch {
    // Storage is switched off: it lasts as long as the page.
  }
  for (const listener of listeners) listener()
}

/** The wearer, drawn again whenever something changes. */
export const useWearer = (): Wearer => useSyncExternalStore(subscribe, wearer)

/** A number that nobody guesses, also where the page came over a plain connection. */
export const randomId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  )

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function stored(): Wearer | undefined {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}
