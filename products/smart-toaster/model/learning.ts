import { type SeededRandom, seededRandom } from 'holon/stats'
import { breads } from '../domain/bread.ts'
import { aimedDarkening, bestSeconds, wantedDarkening } from '../domain/seconds.ts'
import { darkening, type Shade, shades, type Verdict, verdicts } from '../domain/shade.ts'
import { type Judged, tasteOf, tolerance, unknownTaste } from '../domain/taste.ts'
import { normal } from '../hardware/sensors.ts'
import { secondsOf } from './fit.ts'
import type { RidgeModel } from './ridge.ts'
import { anyBrowning, anyOccasion, courseOf, darkeningAt } from './toasts.ts'

/** Someone with a taste, a kind of bread, and a shade they ask for. */
export interface Eater {
  /** How much darker than the words say they like it, CIELAB units. */
  readonly shift: number
  readonly loaf: { readonly bread: (typeof breads)[number]; readonly browning: number }
  readonly shade: Shade
}

/** Draws someone. */
export function anyEater(random: SeededRandom): Eater {
  const one = <T>(of: readonly T[]): T => of[Math.floor(random.next() * of.length)] as T
  return {
    shift: unknownTaste.spread * normal(random),
    loaf: { bread: one(breads), browning: anyBrowning(random) },
    shade: one([...shades, 'light', 'golden', 'golden', 'brown']),
  }
}

/** What an eye is unsure by, CIELAB units, and the share of verdicts given without looking. */
const eye = 2
const careless = 0.03

/** What someone says of a toast that came out off by so much. */
export function verdictOn(off: number, random: SeededRandom): Verdict {
  if (random.next() < careless) return verdicts[Math.floor(random.next() * 3)] as Verdict
  const seen = off + eye * normal(random)
  if (seen > tolerance) return 'tooDark'
  return seen < -tolerance ? 'tooLight' : 'right'
}

/** How a toast came out for someone, after so many verdicts. */
interface Outcome {
  readonly verdicts: number
  /** CIELAB units from what they wanted. */
  readonly off: number
  readonly right: boolean
}

/** Lets someone toast and judge again and again, with the model and what it has learned of them. */
export function toastsOf(
  model: RidgeModel,
  eater: Eater,
  count: number,
  random: SeededRandom,
): readonly Outcome[] {
  const judged: Judged[] = []
  return Array.from({ length: count }, (_, n) => {
    const taste = tasteOf(judged)
    const wanted = wantedDarkening(eater.shade, taste)
    const occasion = anyOccasion(random.fork(n), eater.loaf)
    const { start } = courseOf(occasion, 0)
    const outlook = {
      seconds: secondsOf(model, { course: { start, darkening: [] }, wanted }),
      wanted,
      spread: taste.spread,
    }
    const seconds = bestSeconds(outlook)
    const came = darkeningAt(courseOf(occasion, Math.ceil(seconds)), seconds)
    const off = came - (darkening[eater.shade] + eater.shift)
    judged.push({
      aimed: aimedDarkening(outlook, seconds) - darkening[eater.shade],
      verdict: verdictOn(off, random),
    })
    return { verdicts: n, off, right: Math.abs(off) <= tolerance }
  })
}

/** Mean distance from what people wanted, and the share within what they call right, by the number of verdicts before. */
export function learningCurve(model: RidgeModel, people: number, toasts: number) {
  const random = seededRandom('people of version 1')
  const outcomes = Array.from({ length: people }, (_, i) => {
    const own = random.fork(i)
    return toastsOf(model, anyEater(own), toasts, own.fork('toasts'))
  }).flat()
  return Array.from({ length: toasts }, (_, n) => {
    const of = outcomes.filter((one) => one.verdicts === n)
    return {
      verdicts: n,
      off: of.reduce((sum, one) => sum + Math.abs(one.off), 0) / of.length,
      right: of.filter((one) => one.right).length / of.length,
    }
  })
}
