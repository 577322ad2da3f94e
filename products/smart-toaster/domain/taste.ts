import { normalCdf } from 'holon/stats'
import type { Verdict } from './shade.ts'

/** A toast that was judged: how much darker than the shade asked for it was meant to come out, and what the person said. */
export interface Judged {
  /** CIELAB units, negative where it was meant to be lighter. */
  readonly aimed: number
  readonly verdict: Verdict
}

/** How much darker than the words say a person likes toast: mean and standard deviation of what is believed. CIELAB units. */
export interface Taste {
  readonly shift: number
  readonly spread: number
}

/** How tastes differ between people before anything is known of one. */
export const unknownTaste: Taste = { shift: 0, spread: 5 }

/** A toast is called right up to this far from what was wanted, CIELAB units. */
export const tolerance = 5

/** How far toasts come out from where they were aimed, and how unsure a look is, together. */
const blur = Math.hypot(3, 2)

const grid = Array.from({ length: 81 }, (_, i) => (i - 40) / 2)

/**
 * What verdicts tell of a taste: Bayes' rule on a grid, with an ordered probit model of a verdict (P. McCullagh, 1980).
 * The order of verdicts does not matter, and no number of them moves the belief beyond the grid of -20 to 20.
 *
 * @example
 * ```ts
 * tasteOf([{ aimed: 0, verdict: 'tooDark' }]).shift // below 0: lighter next time
 * ```
 */
export function tasteOf(judged: readonly Judged[]): Taste {
  const weights = grid.map((shift) => {
    const prior = -0.5 * ((shift - unknownTaste.shift) / unknownTaste.spread) ** 2
    return judged.reduce((sum, one) => sum + Math.log(likelihood(one, shift)), prior)
  })
  const highest = Math.max(...weights)
  const odds = weights.map((weight) => Math.exp(weight - highest))
  const total = odds.reduce((sum, one) => sum + one, 0)
  const mean = (of: (shift: number) => number) =>
    grid.reduce((sum, shift, i) => sum + of(shift) * (odds[i] as number), 0) / total
  const shift = mean((one) => one)
  return { shift, spread: Math.sqrt(mean((one) => (one - shift) ** 2)) }
}

/** One in twenty verdicts is taken to say nothing, so that no single one weighs too much. */
const careless = 0.05

function likelihood({ aimed, verdict }: Judged, shift: number): number {
  const off = aimed - shift
  const tooDark = normalCdf((off - tolerance) / blur)
  const tooLight = normalCdf((-tolerance - off) / blur)
  const says = { tooDark, tooLight, right: 1 - tooDark - tooLight }[verdict]
  return careless / 3 + (1 - careless) * Math.max(0, says)
}
