import { useSyncExternalStore } from 'react'
import type { Judged } from '../../domain/taste.ts'

/** What this browser keeps of a person: a random number that stands for them, and what they said of their toasts. */
export interface Memory {
  readonly person: string
  readonly judged: readonly Judged[]
}

const place = 'smart-toaster'
/** As many verdicts as are told to the toaster. */
const most = 20

let memory: Memory = read()
const listeners = new Set<() => void>()

/** Keeps one more verdict. */
export function remember(one: Judged): void {
  write({ ...memory, judged: [...memory.judged, one].slice(-most) })
}

/** Forgets the person, here and, by dropping their key, where toasts were recorded. */
export async function forget(): Promise<void> {
  const { person } = memory
  write({ person: randomId(), judged: [] })
  // A service that is away cannot be asked; what it holds stays sealed under a number nobody knows any more.
  await fetch(`/api/v1/people/${person}`, { method: 'DELETE' }).catch(() => undefined)
}

/** What is kept, as it changes. */
export function useMemory(): Memory {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => memory,
  )
}

function write(next: Memory): void {
  memory = next
  try {
    localStorage.setItem(place, JSON.stringify(next))
  } catch {
    // Without storage it lasts as long as the page.
  }
  for (const listener of listeners) listener()
}

function read(): Memory {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? 'null')
    if (isMemory(kept)) return kept
  } catch {
    // Storage that is off, or not ours, is as good as empty.
  }
  return { person: randomId(), judged: [] }
}

function isMemory(value: unknown): value is Memory {
  return (
    typeof value === 'object' &&
    value !== null &&
    'person' in value &&
    'judged' in value &&
    Array.isArray(value.judged)
  )
}

/** 128 random bits; works without HTTPS too. */
function randomId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
}
