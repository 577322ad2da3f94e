import { setTimeout as wait } from 'node:timers/promises'
import type { Product, Surroundings } from '@holon/embedded'
import type { Holon, System } from 'holon'
import { systemClock, systemRandom } from 'holon/memory'

/** Simulated people at work; `stop` lets them finish what they are at. */
export interface People {
  stop(): Promise<void>
}

const patience = 3_000

/** Lets the simulated people of a product live, until they are stopped. What stops them by itself is told to `report`. */
export function livePeople(
  { world }: Product,
  holon: Holon<System>,
  address: string,
  report: (error: unknown) => void,
): People {
  const ending = new AbortController()
  const { signal } = ending
  const pause: Surroundings<System>['pause'] = async (milliseconds) => {
    await wait(milliseconds, undefined, { signal }).catch(() => undefined)
  }
  const life = (async () =>
    world?.({ holon, address, clock: systemClock(), random: systemRandom(), signal, pause }))()
  const ended = life.catch((error: unknown) => {
    if (!signal.aborted) report(error)
  })
  return {
    stop: async () => {
      ending.abort()
      await Promise.race([ended, wait(patience, undefined, { ref: false })])
    },
  }
}
