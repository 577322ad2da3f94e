import { useSyncExternalStore } from 'react'
import type { Slice } from '../../domain/bread.ts'
import type { Measured } from '../../model/features.ts'
import type { Command, OwnDecision, State, Told } from './messages.ts'

type Asking = Extract<Command, { ask: number }>

const worker = new Worker(new URL('./appliance.thread.ts', import.meta.url), { type: 'module' })
const listeners = new Set<() => void>()
const asked = new Map<number, (told: Told) => void>()
let state: State | undefined
let questions = 0

worker.addEventListener('message', ({ data }: MessageEvent<Told>) => {
  if (data.tell !== 'state') {
    asked.get(data.ask)?.(data)
    asked.delete(data.ask)
    return
  }
  state = data.state
  for (const listener of listeners) listener()
})

/** Tells the toaster to do something. */
export function command(what: Exclude<Command, Asking>): void {
  worker.postMessage(what)
}

/** Puts a slice in; answers what was measured of it. */
export async function put(slice: Slice, loaf: number): Promise<Measured> {
  const told = await ask((number) => ({ do: 'put', ask: number, slice, loaf }))
  return (told as Extract<Told, { tell: 'measured' }>).measured
}

/** Lets the toaster decide by itself. */
export async function decideAlone(
  context: Extract<Command, { do: 'decide' }>['context'],
): Promise<OwnDecision> {
  const told = await ask((number) => ({ do: 'decide', ask: number, context }))
  return (told as Extract<Told, { tell: 'decided' }>).decision
}

function ask(question: (number: number) => Asking): Promise<Told> {
  const number = ++questions
  return new Promise((resolve) => {
    asked.set(number, resolve)
    worker.postMessage(question(number))
  })
}

/** Calls back whenever there is a new state, until the returned function is called. */
export function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The latest state; undefined until the toaster is plugged in. */
export const currentState = (): State | undefined => state

/** How the toaster is, as it changes. */
export function useToaster(): State | undefined {
  return useSyncExternalStore(subscribe, currentState)
}
