import { HolonError } from '../../spec/error.ts'
import { requireCount, requirePositive } from '../argument.ts'

/**
 * Long-run means of a queue: customers in the system and waiting, time in the system and waiting, and the
 * chance to wait at all.
 */
export interface Queue {
  readonly inSystem: number
  readonly waiting: number
  readonly timeInSystem: number
  readonly timeWaiting: number
  readonly waitProbability: number
}

/**
 * The share of arrivals that a system without waiting room turns away (A. K. Erlang, 1917). `offered` is
 * arrival rate times mean service time.
 */
export function erlangB(offered: number, servers: number): number {
  requirePositive('offered', offered)
  requireCount('servers', servers)
  let blocking = 1
  for (let k = 1; k <= servers; k += 1) blocking = (offered * blocking) / (k + offered * blocking)
  return blocking
}

/** The share of arrivals that must wait where all can. Refuses a load the servers cannot carry. */
export function erlangC(offered: number, servers: number): number {
  requireStable(offered / servers)
  const blocking = erlangB(offered, servers)
  return blocking / (1 - (offered / servers) * (1 - blocking))
}

/** M/M/c: random arrivals, exponential service, c servers. */
export function multiServerQueue(arrivalRate: number, serviceRate: number, servers = 1): Queue {
  requirePositive('arrivalRate', arrivalRate)
  requirePositive('serviceRate', serviceRate)
  const waitProbability = erlangC(arrivalRate / serviceRate, servers)
  const timeWaiting = waitProbability / (servers * serviceRate - arrivalRate)
  return byLittle(arrivalRate, timeWaiting, 1 / serviceRate, waitProbability)
}

/** M/G/1: random arrivals, service of any distribution, one server (F. Pollaczek, A. Khinchine, 1930). */
export function generalServiceQueue(
  arrivalRate: number,
  meanService: number,
  serviceVariance: number,
): Queue {
  requirePositive('arrivalRate', arrivalRate)
  requirePositive('meanService', meanService)
  const load = arrivalRate * meanService
  requireStable(load)
  const timeWaiting = (arrivalRate * (serviceVariance + meanService * meanService)) / (2 * (1 - load))
  return byLittle(arrivalRate, timeWaiting, meanService, load)
}

/** Numbers from times: L = lambda W (J. Little, 1961). */
function byLittle(arrivalRate: number, timeWaiting: number, service: number, waitProbability: number): Queue {
  const timeInSystem = timeWaiting + service
  return {
    inSystem: arrivalRate * timeInSystem,
    waiting: arrivalRate * timeWaiting,
    timeInSystem,
    timeWaiting,
    waitProbability,
  }
}

function requireStable(load: number): void {
  if (load < 1) return
  throw new HolonError(
    'input-invalid',
    `the load is ${load}`,
    'Give fewer arrivals or more servers: below 1.',
  )
}
