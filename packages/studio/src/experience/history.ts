import type { Draft } from './utilities.ts'

/** A draft and the states it can be taken back to, the oldest first. */
export interface History {
  readonly draft: Draft
  readonly past: readonly Draft[]
  /** What is being moved: until it is let go, all its moves are one step back. */
  readonly moving?: string
}

export type Step =
  | { readonly do: 'change'; readonly draft: Draft; readonly what: string }
  | { readonly do: 'let-go' | 'undo' | 'clear' }

export const untouched: History = { draft: {}, past: [] }

/** The history after a step. */
export function after(history: History, step: Step): History {
  const { draft, past } = history
  if (step.do === 'change') {
    const before = history.moving === step.what ? past : [...past, draft]
    return { draft: step.draft, past: before, moving: step.what }
  }
  if (step.do === 'let-go') return { draft, past }
  if (step.do === 'clear') return untouched
  const last = past.at(-1)
  return last === undefined ? history : { draft: last, past: past.slice(0, -1) }
}
