import type { DecisionId } from 'holon'
import { useSyncExternalStore } from 'react'
import type { Reasons } from '../../letter.ts'
import type { Seen } from '../holon.ts'

export type Verdict = 'admit' | 'deny'

/** What became of a file on this page. */
export interface State {
  readonly seen?: Seen
  /** What the reader said. */
  readonly first?: Verdict
  readonly second?: Verdict
  /** Asked by the reader, where the policy did not. */
  readonly isAskedTwice?: boolean
  readonly verdict?: Verdict
  readonly readers?: number
  readonly letter?: { readonly id: DecisionId<'letter'>; readonly reasons?: Reasons }
  readonly appeal?: string
  readonly appealed?: 'stands' | 'changed'
}

const none: State = {}
let states: Readonly<Record<number, State>> = {}
const listeners = new Set<() => void>()

/** Keeps more of a file. In memory only: files are nobody’s business after the window is closed. */
export function note(number: number, more: State): void {
  states = { ...states, [number]: { ...states[number], ...more } }
  for (const listener of listeners) listener()
}

/** What became of a file, now. */
export const stateOf = (number: number): State => states[number] ?? none

/** All files, drawn again when one changes. */
export const useStates = (): Readonly<Record<number, State>> =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => states,
  )
