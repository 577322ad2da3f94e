const first = 500
const longest = 15_000

/**
 * Milliseconds to wait before trying again after `failures` failures in a row: doubling from half a second to fifteen,
 * spread by `chance` in [0, 1) over the upper half, so that many pages do not return at the same moment.
 */
export function backOff(failures: number, chance: number): number {
  const most = Math.min(longest, first * 2 ** Math.max(0, failures - 1))
  return most / 2 + (most / 2) * chance
}
