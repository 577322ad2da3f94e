import { useMemo, useSyncExternalStore } from 'react'

import { useLooseClient } from './client-context.ts'
import { silence, storeOf } from './feedback-store.ts'
import type { Field } from './field.ts'
import type { Answered } from './use-exposure.ts'

/** Feedback for one answer, names and values unchecked by the compiler. */
export interface LooseFeedback {
  send(name: string, value: unknown): void
  undo(name: string): void
  field(name: string): Field<unknown>
}

const closed = { value: undefined, status: 'closed' } as const
const none = { value: undefined, status: 'none' } as const
const neverChanges = () => () => undefined

/** See `Hooks.useFeedback`. */
export function useFeedback(answer: Answered | undefined): LooseFeedback {
  const id = answer?.id ?? undefined
  const client = useLooseClient(id !== undefined)
  const store = id === undefined ? undefined : storeOf(client)
  const read = () => (store === undefined || id === undefined ? silence : store.read(id))
  const said = useSyncExternalStore(store?.subscribe ?? neverChanges, read, () => silence)
  return useMemo(() => {
    const send = (name: string, value: unknown) => id !== undefined && store?.send(id, name, value)
    const undo = (name: string) => id !== undefined && store?.undo(id, name)
    return {
      send: (name, value) => void send(name, value),
      undo: (name) => void undo(name),
      field: (name) => ({
        ...stateOf(store === undefined ? closed : (said[name] ?? none)),
        send: (value) => void send(name, value),
        undo: () => void undo(name),
      }),
    }
  }, [id, store, said])
}

function stateOf({ value, status }: Pick<Field<unknown>, 'value' | 'status'>) {
  return { value, status }
}
