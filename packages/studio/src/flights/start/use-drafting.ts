import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useOnceResting } from '../../form/use-once-resting.ts'
import type { StudioError } from '../../wire/error.ts'
import type { FlightDraft } from './draft.ts'
import { type FieldName, fieldOf } from './field-of.ts'

const route = getRouteApi('/systems/$system/flights/~new')

/** How long nothing has to be typed before the address follows. */
const rest = 300

/** A flight that is being written. */
export interface Drafting {
  readonly draft: FlightDraft
  /** Changes some of it; what is undefined is taken away. */
  readonly change: (part: { readonly [key in keyof FlightDraft]?: FlightDraft[key] | undefined }) => void
  /** What the server said about a field, last time. */
  readonly errorAt: (field: FieldName) => string | undefined
}

/** A draft that the address follows. */
export function useDrafting(
  begin: FlightDraft,
  error: StudioError | undefined,
  /** What was refused is being written anew. */
  forget: () => void,
): Drafting {
  const [draft, setDraft] = useState(begin)
  const navigate = route.useNavigate()
  const follow = useOnceResting((search: FlightDraft) => {
    void navigate({ search, replace: true })
  }, rest)
  const field = error === undefined ? undefined : fieldOf(error)
  return {
    draft,
    change: (part) => {
      const next = given({ ...draft, ...part })
      setDraft(next)
      follow(next)
      if (error !== undefined) forget()
    },
    errorAt: (one) =>
      error !== undefined && one === field
        ? [error.message, error.fix].filter((words) => words !== undefined).join(' ')
        : undefined,
  }
}

/** Only what is given. */
function given(draft: { readonly [key in keyof FlightDraft]?: FlightDraft[key] | undefined }): FlightDraft {
  return Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== undefined))
}
