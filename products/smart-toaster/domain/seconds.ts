import { maximize, normalCdf } from 'holon/stats'
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
const aim = 3

/** Near its end a toast of s seconds darkens by this divided by s each second. */
const pace = 129

/** Value of a toast to the one who eats it. Too light can go down once more; too dark is thrown away. */
export const worth = { right: 3, tooLight: -1, tooDark: -3, burnt: -6 } as const

/** How dark a toast of some seconds will probably be, CIELAB units. */
export function aimedDarkening({ seconds, wanted }: Outlook, taken: number): number {
  return wanted + (pace / seconds) * (taken - seconds)
}

/** Probabilities of how a toast of some seconds will be called; how dark it comes out is normal around where it is aimed. */
function outcomes(outlook: Outlook, seconds: number) {
  const spread = Math.hypot(aim, outlook.spread)
  const middle = aimedDarkening(outlook, seconds)
  const darkerThan = (darkness: number): number => normalCdf((middle - darkness) / spread)
  const tooDark = darkerThan(outlook.wanted + tolerance)
  const tooLight = 1 - darkerThan(outlook.wanted - tolerance)
  return { tooDark, tooLight, right: 1 - tooDark - tooLight, burnt: Math.min(tooDark, darkerThan(burntFrom)) }
}

/** Expected utility of toasting for some seconds. */
export function utilityOf(outlook: Outlook, seconds: number): number {
  const { right, tooLight, tooDark, burnt } = outcomes(outlook, seconds)
  return (
    worth.right * right + worth.tooLight * tooLight + worth.tooDark * (tooDark - burnt) + worth.burnt * burnt
  )
}

/** Probability that the person will call the toast right. */
export function chanceRight(outlook: Outlook, seconds: number): number {
  return Math.max(0, outcomes(outlook, seconds).right)
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
