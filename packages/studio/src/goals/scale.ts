import type { GoalDocument, Target } from 'holon'

type Measured = Pick<GoalDocument, 'unit' | 'target' | 'value' | 'interval' | 'slices'>

/** A stretch of numbers to draw on. */
export interface Scale {
  readonly low: number
  readonly high: number
}

const margin = 0.25

/** The stretch that shows a goal's target, value and interval, and those of its slices, with room at both ends. */
export function scaleOf(goal: Measured): Scale {
  const bounds = boundsOf(goal.target)
  const numbers = [goal, ...(goal.slices ?? [])].flatMap(({ value, interval }) => [
    value,
    ...(interval ?? []),
  ])
  const all = [...bounds, ...numbers.filter((number) => number !== null)]
  const least = Math.min(...all)
  const most = Math.max(...all)
  const room = (most - least || Math.abs(most) || 1) * margin
  const low = least >= 0 ? Math.max(0, least - room) : least - room
  const high = most + room
  return goal.unit === '%' && most <= 1 ? { low, high: Math.min(1, high) } : { low, high }
}

/** Where a number stands on the scale, from 0 to 1. */
export function placeOn({ low, high }: Scale, value: number): number {
  return Math.min(1, Math.max(0, (value - low) / (high - low)))
}

/** The part of the scale where the target is reached, as two places. */
export function zoneOn(scale: Scale, target: Target): readonly [number, number] {
  if ('atLeast' in target) return [placeOn(scale, target.atLeast), 1]
  if ('atMost' in target) return [0, placeOn(scale, target.atMost)]
  return [placeOn(scale, target.between[0]), placeOn(scale, target.between[1])]
}

/** The numbers a target names. */
export function boundsOf(target: Target): readonly number[] {
  if ('atLeast' in target) return [target.atLeast]
  return 'atMost' in target ? [target.atMost] : target.between
}
