import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { createClient } from '@holon/client'
import { inMilliseconds, type Random, type System } from 'holon'
import { systemRandom } from 'holon/memory'
import { seededRandom } from 'holon/stats'
import { drawFrom, type World } from 'holon/world'
import { type Arrival, arrivalsIn } from './live-arrivals.ts'
import { callsTo } from './live-calls.ts'
import { type Around, LiveLife } from './live-life.ts'

/** Simulated people at work; `stop` sends them home. */
export interface People {
  stop(): Promise<void>
}

/** How people live on a served product. */
export interface LivingOptions {
  /** Of the server, `http://127.0.0.1:4321`. */
  readonly address: string
  /** Key of the server, where it has one. */
  readonly key?: string
  /** They come so many times as often as their world says; default 1. */
  readonly speed?: number
  /** Told of what went wrong in a story, the same words once. */
  readonly report: (problem: string) => void
  /** Default: true chance. */
  readonly random?: Random
}

/** More stories than these are not begun, however slow the server is. */
const mostAtOnce = 200
const patience = 3_000

/**
 * Lets the people of a world live on a served product: somebody comes about every `pace.arrival`, real waits are
 * `pace.longestWait` at most, and the stories are those of `holon simulate`. The same number is the same person after a
 * restart.
 */
export function livePeople(world: World, options: LivingOptions): People {
  const ending = new AbortController()
  const told = { ...options, report: onceEach(options.report, ending.signal) }
  // Whatever a product gives as its world, the server goes on.
  const living = live(world, told, ending.signal).catch((error) => told.report(String(error)))
  return {
    stop: async () => {
      ending.abort()
      await Promise.race([living, wait(patience, undefined, { ref: false })])
    },
  }
}

async function live(world: World, options: LivingOptions, signal: AbortSignal): Promise<void> {
  const { speed = 1, random = systemRandom(), report } = options
  const around = aroundOf(world, options, { random, signal })
  const between = inMilliseconds(world.pace.arrival) / speed
  const personOf = personsOf(world)
  const stories = new Set<Promise<void>>()
  for (const arrival of arrivalsIn(world, around.draw)) {
    if (signal.aborted) break
    if (stories.size < mostAtOnce) {
      const story = tell(arrival, personOf, around).catch((error) => report(String(error)))
      stories.add(story)
      story.then(() => stories.delete(story))
    }
    await wait(between * (0.5 + random.next()), undefined, { signal }).catch(() => undefined)
  }
  await Promise.all(stories)
  await around.client.close()
}

/** Reports the same words once, and nothing of people who are sent home. */
function onceEach(report: (problem: string) => void, signal: AbortSignal): (problem: string) => void {
  const known = new Set<string>()
  return (problem) => {
    if (signal.aborted || known.has(problem)) return
    known.add(problem)
    report(problem)
  }
}

function aroundOf(
  world: World,
  { address, key, report }: LivingOptions,
  { random, signal }: { random: Random; signal: AbortSignal },
): Around {
  const { system, environment, pace, start } = world
  const settings = world.settings
  const place = { address, system: system.name, ...(key !== undefined && { key }) }
  return {
    ...{ system, settings, signal, start: Date.parse(start), longestWait: inMilliseconds(pace.longestWait) },
    client: createClient<System>({
      ...{ url: address, system: system.name, ...(key !== undefined && { key }) },
      onProblem: ({ message }) => report(message),
    }),
    calls: callsTo(place),
    environment: environment?.(drawFrom(seededRandom('environment')), settings),
    draw: drawFrom(random),
  }
}

function personsOf(world: World): (number: number) => unknown {
  const settings = world.settings
  const known = new Map<number, unknown>()
  return (number) => {
    if (!known.has(number)) {
      known.set(number, world.person(drawFrom(seededRandom(`person ${number}`)), settings, number))
    }
    return known.get(number)
  }
}

async function tell(
  { happening, number, at }: Arrival,
  personOf: (number: number) => unknown,
  around: Around,
): Promise<void> {
  const beginning = { person: personOf(number), number, at, story: `simulated-${randomUUID()}` }
  await happening.story(new LiveLife(beginning, around) as never)
}
