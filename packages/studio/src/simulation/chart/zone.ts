import type { Target } from 'holon'

/** The values with which a target is reached, from the first to the second; undefined: without end. */
export function zoneOf(target: Target): readonly [number | undefined, number | undefined] {
  if ('atLeast' in target) return [target.atLeast, undefined]
  return 'atMost' in target ? [undefined, target.atMost] : target.between
}
