import type { Random } from 'holon'
import { drawFrom } from 'holon/world'
import { type Bread, breads } from '../domain/bread.ts'
import { type Shade, shades, type Verdict, verdicts } from '../domain/shade.ts'
import { tolerance, unknownTaste } from '../domain/taste.ts'
import { normal } from '../hardware/sensors.ts'
import { anyBrowning } from './toasts.ts'

/** Someone with a taste, a kind of bread, and a shade they ask for. */
export interface Eater {
  /** How much darker than the words say they like it, CIELAB units. */
  readonly shift: number
  readonly loaf: { readonly bread: Bread; readonly browning: number }
  readonly shade: Shade
}

/** Draws someone. */
export function anyEater(random: Random): Eater {
  const draw = drawFrom(random)
  return {
    shift: unknownTaste.spread * normal(random),
    loaf: { bread: draw.one(breads), browning: anyBrowning(random) },
    shade: draw.one([...shades, 'light', 'golden', 'golden', 'brown']),
  }
}

/** What an eye is unsure by, CIELAB units, and the share of verdicts given without looking. */
const eye = 2
const careless = 0.03

/** What someone says of a toast that came out off by so much. */
export function verdictOn(off: number, random: Random): Verdict {
  if (random.next() < careless) return drawFrom(random).one(verdicts)
  const seen = off + eye * normal(random)
  if (seen > tolerance) return 'tooDark'
  return seen < -tolerance ? 'tooLight' : 'right'
}
