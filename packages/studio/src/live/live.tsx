import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Alert, EventEntry, StreamEvent } from 'holon'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useSyncExternalStore } from 'react'
import type { Decided } from '../wire/entries.ts'
import { StudioError } from '../wire/error.ts'
import { followStream } from '../wire/event-stream.ts'
import { latestQuery } from '../wire/queries.ts'
import { path } from '../wire/request.ts'
import { type Connection, Feed } from './feed.ts'
import { Happenings } from './happenings.ts'
import { Recent } from './recent.ts'
import { renew } from './renew.ts'
import { throttle } from './throttle.ts'

interface Live {
  readonly system: string
  readonly feed: Feed
  readonly recent: Recent
  readonly happenings: Happenings
}

const LiveContext = createContext<Live | undefined>(undefined)

/** Connects to the stream of a system, for everything inside. Goals are asked again at most once a second. */
export function LiveProvider({ system, children }: { system: string; children: ReactNode }) {
  const client = useQueryClient()
  const live = useMemo(() => start(system), [system])
  const { data } = useQuery(latestQuery(system))
  useEffect(() => {
    if (data !== undefined) live.recent.begin(data.decisions)
  }, [data, live])
  useEffect(() => follow(live, client), [client, live])
  return <LiveContext value={live}>{children}</LiveContext>
}

function start(system: string): Live {
  return {
    system,
    feed: new Feed((listener) => followStream(path`/systems/${system}/stream`, listener)),
    recent: new Recent(),
    happenings: new Happenings(),
  }
}

function follow(live: Live, client: QueryClient): () => void {
  const { system, feed } = live
  const stale = (...queryKey: string[]) => void renew(client, queryKey)
  const goals = throttle(() => stale('goals', system), 1000)
  // What waits for people changes by any of it: a decision hands over, feedback answers, a guardrail latches.
  const waiting = throttle(() => {
    stale('queue', system)
    stale('latches', system)
  }, 1000)
  // The server reads a lot for one.
  const scorecards = throttle(() => stale('scorecard', system), 5000)
  const leave = feed.listen((event) => {
    keep(live, event)
    waiting()
    if (event.type === 'decision' || event.type === 'feedback') {
      goals()
      scorecards()
    }
    if (event.type === 'feedback') stale('record', event.data.decision)
    if (event.type === 'event') {
      stale('system', system)
      stale('health')
      stale('flights', system)
    }
  })
  let missed = false
  const unwatch = feed.watch(() => {
    if (feed.connection.state === 'open' && missed) void client.invalidateQueries()
    missed = feed.connection.state === 'away'
  })
  feed.open()
  return () => {
    goals.cancel()
    waiting.cancel()
    scorecards.cancel()
    leave()
    unwatch()
    feed.close()
  }
}

function keep({ recent, happenings }: Live, event: StreamEvent): void {
  if (event.type === 'decision') recent.add(event.data)
  else if (event.type !== 'feedback') happenings.add(event.data)
}

/** The connection to the stream, and a way to try again at once. */
export function useConnection(): { readonly connection: Connection; readonly tryNow: () => void } {
  const { feed } = useLive()
  const connection = useSyncExternalStore(
    (changed) => feed.watch(changed),
    () => feed.connection,
  )
  return { connection, tryNow: () => feed.open() }
}

/** The latest decisions, newest first, as they come; undefined until the first page is there. */
export function useRecent(): readonly Decided[] | undefined {
  const { recent } = useLive()
  return useSyncExternalStore(
    (changed) => recent.watch(changed),
    () => recent.decisions,
  )
}

/** Notable events and alerts since the page was opened, newest first. */
export function useHappenings(): readonly (Alert | EventEntry)[] {
  const { happenings } = useLive()
  return useSyncExternalStore(
    (changed) => happenings.watch(changed),
    () => happenings.list,
  )
}

function useLive(): Live {
  const live = useContext(LiveContext)
  if (live === undefined) {
    throw new StudioError('live-missing', 'Nothing is live here.', 'Put a LiveProvider around it.', 0)
  }
  return live
}
