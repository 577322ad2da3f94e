import { useSyncExternalStore } from 'react'
import type { Answer, Answers } from '../../domain/questions/question.ts'
import { type Draft, newDraft, readDraft } from './draft.ts'
import { householdKey } from './household.ts'
import { randomId } from './random-id.ts'

const draftKey = 'plain-return-draft'
const personKey = 'plain-return-person'

const listeners = new Set<() => void>()
let current = readDraft(read(draftKey))
let kept = true

/** The return in the making, drawn again whenever it changes; undefined when there is none. */
export function useDraft(): Draft | undefined {
  return useSyncExternalStore(subscribe, currentDraft)
}

/** Whether the latest change is kept on the device; false where storage is full or switched off. */
export function useIsKept(): boolean {
  return useSyncExternalStore(subscribe, () => kept)
}

/** The return in the making, if there is one. */
export function currentDraft(): Draft | undefined {
  return current
}

/** Starts a return, from nothing or from given answers. */
export function startDraft(answers: Answers = {}): void {
  put(newDraft(answers, randomId()))
}

/** Answers one question; undefined takes the answer back. */
export function answer(question: string, value: Answer | undefined): void {
  const { [question]: _old, ...others } = current?.answers ?? {}
  const answers = value === undefined ? others : { ...others, [question]: value }
  put({ ...(current ?? newDraft({}, randomId())), answers, filed: false })
}

/** Changes what is kept beside the answers. */
export function note(change: (draft: Draft) => Partial<Draft>): void {
  if (current !== undefined) put({ ...current, ...change(current) })
}

/** Deletes everything this page keeps on the device. */
export function forget(): void {
  current = undefined
  for (const key of [draftKey, personKey, householdKey]) write(key, undefined)
  for (const listener of listeners) listener()
}

/** A random id for whoever uses this browser, made when first needed; it says nothing of the person. */
export function personId(): string {
  const found = read(personKey)
  if (found !== null && /^[0-9a-f]{32}$/.test(found)) return found
  const made = randomId()
  write(personKey, made)
  return made
}

/** The random id, if one was ever made here. */
export function knownPerson(): string | null {
  return read(personKey)
}

// Another window of this page changed the draft, or deleted it.
addEventListener('storage', ({ key }) => {
  if (key !== draftKey && key !== null) return
  current = readDraft(read(draftKey))
  for (const listener of listeners) listener()
})

function put(draft: Draft): void {
  current = draft
  kept = write(draftKey, JSON.stringify(draft))
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function write(key: string, text: string | undefined): boolean {
  try {
    if (text === undefined) localStorage.removeItem(key)
    else localStorage.setItem(key, text)
    return true
  } catch {
    return false
  }
}
