import { addressOf } from '../../domain/address.ts'
import type { Settings, Visited } from '../warned.ts'

const usualServer = 'http://127.0.0.1:4321'

/** Settings of this browser; the number that stands for the person is drawn once. */
export async function settings(): Promise<Settings> {
  const { server = usualServer, person } = await chrome.storage.local.get<Partial<Settings>>()
  if (person !== undefined) return { server, person }
  const drawn = crypto.randomUUID()
  await chrome.storage.local.set({ person: drawn })
  return { server, person: drawn }
}

// What follows is kept in memory until the browser is closed, and survives the sleep of the worker.

/** What was decided last for a tab. */
export async function visitedIn(tab: number): Promise<Visited | undefined> {
  return (await chrome.storage.session.get(`visited ${tab}`))[`visited ${tab}`] as Visited | undefined
}

/** Keeps what was decided for a tab. */
export function keepVisited(tab: number, visited: Visited): Promise<void> {
  return chrome.storage.session.set({ [`visited ${tab}`]: visited })
}

/** Did the person say that the host is to be shown? */
export async function isPassed(address: string): Promise<boolean> {
  const name = `passed ${addressOf(address)?.host}`
  return name in (await chrome.storage.session.get(name))
}

/** The person wants pages of the host of an address to be shown from now on. */
export function keepPassed(address: string): Promise<void> {
  return chrome.storage.session.set({ [`passed ${addressOf(address)?.host}`]: true })
}

/** The last page of a tab that nobody was stopped at. */
export async function quietIn(tab: number): Promise<string | undefined> {
  return (await chrome.storage.session.get(`quiet ${tab}`))[`quiet ${tab}`] as string | undefined
}

/** Keeps the page a tab can go back to. */
export function keepQuiet(tab: number, address: string): Promise<void> {
  return chrome.storage.session.set({ [`quiet ${tab}`]: address })
}

/** Forgets a tab that was closed. */
export function forget(tab: number): Promise<void> {
  return chrome.storage.session.remove([`visited ${tab}`, `quiet ${tab}`])
}
