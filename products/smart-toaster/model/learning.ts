import { type SeededRandom, seededRandom } from 'holon/stats'
import { aimedDarkening, bestSeconds, wantedDarkening } from '../domain/seconds.ts'
import { darkening } from '../domain/shade.ts'
import { type Judged, tasteOf, tolerance } from '../domain/taste.ts'
import { anyEater, type Eater, verdictOn } from './eater.ts'
import { secondsOf } from './fit.ts'
import type { RidgeModel } from './ridge.ts'
import { anyOccasion, courseOf, darkeningAt } from './toasts.ts'

/** How a toast came out for someone, after so many verdicts. */
interface Outcome {
  readonly verdicts: number
  /** CIELAB units from what they wanted. */
  readonly off: number
  readonly right: boolean
}

/** Lets someone toast and judge again and again, with the model and what it has learned of them. */
function toastsOf(model: RidgeModel, eater: Eater, count: number, random: SeededRandom): readonly Outcome[] {
  const judged: Judged[] = []
  return Array.from({ length: count }, (_, n) => {
    const taste = tasteOf(judged)
    const wanted = wantedDarkening(eater.shade, taste)
    const occasion = anyOccasion(random.fork(n), eater.loaf)
    const { start } = courseOf(occasion, 0)
    const outlook = {
      seconds: secondsOf(model, { ...start, wanted }),
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
