import { maximize } from 'holon/stats'
import { burntFrom, darkening, type Shade } from './shade.ts'
import { type Taste, tolerance } from './taste.ts'

/** What is known of how a toast will come out. */
export interface Outlook {
  /** Seconds to the darkening that is wanted, as the model says. */
  readonly seconds: number
  /** That darkening, CIELAB units. */
  readonly wanted: number
  /** Of the taste that is in it, the standard deviation. */
  readonly spread: number
}

/** Standard deviation of how far toasts come out from where the model aims, CIELAB units: from its card. */
export const aim = 3

/** Near its end a toast of s seconds darkens by this divided by s each second. */
const pace = 129

/** Value of a toast to the one who eats it. Too light can go down once more; too dark is thrown away. */
export const worth = { right: 3, tooLight: -1, tooDark: -3, burnt: -6 } as const

const nodes = Array.from({ length: 41 }, (_, i) => (i - 20) / 5)
const weights = nodes.map((z) => Math.exp(-0.5 * z * z))
const total = weights.reduce((sum, one) => sum + one, 0)

/** Expected value over where the toast may come out: normal, by 41 points out to four standard deviations. */
function expected(outlook: Outlook, seconds: number, value: (off: number, dark: number) => number): number {
  const middle = aimedDarkening(outlook, seconds) - outlook.wanted
  const spread = Math.hypot(aim, outlook.spread)
  return (
    nodes.reduce((sum, z, i) => {
      const off = middle + spread * z
      return sum + (weights[i] as number) * value(off, outlook.wanted + off)
    }, 0) / total
  )
}

/** How dark a toast of some seconds will probably be, CIELAB units. */
export function aimedDarkening({ seconds, wanted }: Outlook, taken: number): number {
  return wanted + (pace / seconds) * (taken - seconds)
}

/** Expected utility of toasting for some seconds. */
export function utilityOf(outlook: Outlook, seconds: number): number {
  return expected(outlook, seconds, (off, dark) => {
    if (dark > burntFrom) return worth.burnt
    if (off > tolerance) return worth.tooDark
    return off < -tolerance ? worth.tooLight : worth.right
  })
}

/** Probability that the person will call the toast right. */
export function chanceRight(outlook: Outlook, seconds: number): number {
  return expected(outlook, seconds, (off) => (Math.abs(off) <= tolerance ? 1 : 0))
}

/** Half-width of the search, as a share of the seconds the model says. */
const reach = 0.4

/**
 * The seconds of highest expected utility: a little fewer than the model says, since too dark costs more than too light,
 * and fewer the less is known.
 */
export function bestSeconds(outlook: Outlook): number {
  const range = { from: outlook.seconds * (1 - reach), to: outlook.seconds * (1 + reach), points: 33 }
  const { at } = maximize(range, (seconds) => utilityOf(outlook, seconds))
  return Math.round(at * 10) / 10
}

/** The darkening a person most likely wants when they name a shade. */
export function wantedDarkening(shade: Shade, { shift }: Taste): number {
  return Math.min(38, Math.max(6, darkening[shade] + shift))
}
