import { HolonError } from '../../spec/error.ts'

/** How a vehicle may answer to danger: seconds until it does, and accelerations in m/s2, all positive. */
export interface Response {
  /** Seconds in which it may still accelerate. */
  readonly time: number
  readonly accelerating: number
  /** Braking it is sure to do after that. */
  readonly braking: number
  /** m/s beyond which it does not accelerate; default none. */
  readonly topSpeed?: number
}

/**
 * Metres a vehicle goes on when it first accelerates for its response time and then brakes to a stop (S. Shalev-Shwartz,
 * S. Shammah, A. Shashua, On a Formal Model of Safe and Scalable Self-driving Cars, 2017, definition of d_min).
 * `speed` in m/s, not negative.
 *
 * @throws HolonError `input-invalid`
 */
export function stoppingDistance(speed: number, response: Response): number {
  requireSpeed(speed)
  requireResponse(response)
  const { time, accelerating, braking, topSpeed = Infinity } = response
  const speedUp = accelerating > 0 ? Math.min(time, Math.max(0, (topSpeed - speed) / accelerating)) : 0
  const fastest = speed + accelerating * speedUp
  return (
    speed * speedUp +
    (accelerating * speedUp ** 2) / 2 +
    fastest * (time - speedUp) +
    fastest ** 2 / (2 * braking)
  )
}

/**
 * Metres to keep behind a vehicle that goes the same way and may brake as hard as `hardest`, m/s2, at any moment
 * (Lemma 2 of the same). `least`: metres to keep even where the formula asks for none.
 *
 * @example
 * ```ts
 * const response = { time: 2, accelerating: 2, braking: 4 }
 * sameDirectionDistance({ following: 50 / 3.6, response, leading: 50 / 3.6, hardest: 8 }) // 59.72 m at 50 km/h
 * ```
 */
export function sameDirectionDistance(pair: {
  readonly following: number
  readonly response: Response
  readonly leading: number
  readonly hardest: number
  readonly least?: number
}): number {
  const { following, response, leading, hardest, least = 0 } = pair
  requireSpeed(leading)
  requirePositiveRate('hardest', hardest)
  return Math.max(0, stoppingDistance(following, response) - leading ** 2 / (2 * hardest)) + least
}

/** Metres to keep between two vehicles that come towards each other: each must be able to stop (Lemma 3). */
export function oppositeDirectionDistance(
  one: { readonly speed: number; readonly response: Response },
  other: { readonly speed: number; readonly response: Response },
  least = 0,
): number {
  return stoppingDistance(one.speed, one.response) + stoppingDistance(other.speed, other.response) + least
}

/**
 * Metres to keep beside another vehicle (Lemma 4). Lateral speeds in m/s, positive to the right. Each may accelerate
 * towards the other for its response time and brakes only as far as it then moves towards it: going away is not counted
 * on to last. `margin`: metres that lateral positions fluctuate by.
 */
export function lateralDistance(
  left: { readonly speed: number; readonly response: Response },
  right: { readonly speed: number; readonly response: Response },
  margin = 0,
): number {
  return Math.max(0, towards(left.speed, left.response) + towards(-right.speed, right.response) + margin)
}

/** Metres a vehicle comes nearer, negative where it goes away. */
function towards(speed: number, response: Response): number {
  requireResponse(response)
  const { time, accelerating, braking } = response
  const after = Math.max(0, speed + accelerating * time)
  return speed * time + (accelerating * time ** 2) / 2 + after ** 2 / (2 * braking)
}

function requireSpeed(speed: number): void {
  if (!(speed >= 0 && speed < Infinity)) refuse('speed', speed, 'a finite speed of at least 0')
}

function requireResponse({ time, accelerating, braking }: Response): void {
  if (!(time >= 0 && time < Infinity)) refuse('response time', time, 'a finite time of at least 0')
  if (!(accelerating >= 0 && accelerating < Infinity))
    refuse('acceleration', accelerating, 'a finite acceleration of at least 0')
  requirePositiveRate('braking', braking)
}

function requirePositiveRate(name: string, value: number): void {
  if (!(value > 0 && value < Infinity)) refuse(name, value, 'a finite deceleration above 0')
}

function refuse(name: string, value: number, wanted: string): never {
  throw new HolonError('input-invalid', `the ${name} is ${value}`, `Give ${wanted}.`)
}
