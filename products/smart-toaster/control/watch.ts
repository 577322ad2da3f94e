/** What readings of the eye were like lately, as `HeatContext` has it. */
export interface Watched {
  readonly surface: number
  readonly silent: number
  readonly still: number
  readonly jump: number
}

/** C, what the eye can see at all: anything else is no reading. */
const sight = { from: -60, to: 600 } as const

/**
 * Watches over the readings of one eye. A reading that is missing leaves the last one standing, for as long as the
 * guardrail bears it.
 *
 * @returns takes the next reading and the seconds since the one before
 */
export function watchEye(): (surface: number | null, seconds: number) => Watched {
  let last: number | undefined
  let [silent, still] = [0, 0]
  return (surface, seconds) => {
    if (surface === null || !(surface >= sight.from && surface <= sight.to)) {
      silent += seconds
      return { surface: last ?? 0, silent, still, jump: 0 }
    }
    const jump = last === undefined ? 0 : Math.abs(surface - last)
    silent = 0
    still = surface === last ? still + seconds : 0
    last = surface
    return { surface, silent, still, jump }
  }
}
