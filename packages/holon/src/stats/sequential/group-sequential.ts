import { HolonError } from '../../spec/error.ts'
import { requireCount, requireShare } from '../argument.ts'
import { normalDensity, normalQuantile, normalSurvival } from '../distribution/normal.ts'
import { findRoot } from '../special/root.ts'

/**
 * Values of the score process and their densities times quadrature weights, where no boundary was crossed so
 * far.
 */
interface Paths {
  readonly places: Float64Array
  readonly masses: Float64Array
}

const intervals = 240
const farthest = 8

/**
 * The chance, under no effect, of crossing |Z| >= bound for the first time at each look, by recursive
 * integration of the score process (P. Armitage, C. McPherson, B. Rowe, 1969). `information` is the share of
 * the information at each look, ascending, or anything in proportion to it.
 */
export function crossingProbabilities(information: readonly number[], bounds: readonly number[]): number[] {
  let paths = start
  return information.map((at, look) => {
    const step = stepTo(information, look)
    const limit = (bounds[look] ?? Infinity) * Math.sqrt(at)
    const crossing = crossed(paths, step, limit)
    paths = advance(paths, step, limit)
    return crossing
  })
}

/** Pocock's constant: reject at any of K equally spaced looks when |Z| exceeds it. */
export function pocockBound(looks: number, alpha = 0.05): number {
  return solveConstant(looks, alpha, () => 1)
}

/** O'Brien's and Fleming's constant C: reject at look k of K when |Z| exceeds C sqrt(K / k). */
export function obrienFlemingBound(looks: number, alpha = 0.05): number {
  return solveConstant(looks, alpha, (look) => Math.sqrt(looks / look))
}

/**
 * Bounds on |Z| that spend the two-sided error as given: `spent` is the cumulative error allowed up to each
 * look (K. Lan, D. DeMets, 1983). A look at which nothing is to be spent has the bound Infinity.
 */
export function spendingBounds(information: readonly number[], spent: readonly number[]): number[] {
  let paths = start
  let before = 0
  return information.map((at, look) => {
    const step = stepTo(information, look)
    const spend = (spent[look] ?? before) - before
    before = spent[look] ?? before
    const excess = (bound: number): number => crossed(paths, step, bound * Math.sqrt(at)) - spend
    const bound = spend > 0 ? findRoot(excess, 0, farthest) : Infinity
    // Nothing is asked of the paths behind the last look.
    if (look < information.length - 1) paths = advance(paths, step, bound * Math.sqrt(at))
    return bound
  })
}

/** What a bound on |Z| would be as the level of a single two-sided test. */
export function nominalAlpha(bound: number): number {
  return 2 * normalSurvival(bound)
}

/** The type-I error of testing at a nominal level at every one of K equally spaced looks. */
export function peekingError(looks: number, nominal = 0.05): number {
  requireShare('nominal', nominal)
  const bound = normalQuantile(1 - nominal / 2)
  return total(crossingProbabilities(equalLooks(looks), new Array<number>(looks).fill(bound)))
}

const start: Paths = { places: Float64Array.of(0), masses: Float64Array.of(1) }

function solveConstant(looks: number, alpha: number, shape: (look: number) => number): number {
  requireShare('alpha', alpha)
  const information = equalLooks(looks)
  const error = (constant: number): number =>
    total(
      crossingProbabilities(
        information,
        information.map((look) => constant * shape(look)),
      ),
    ) - alpha
  return findRoot(error, 0.1, farthest)
}

function equalLooks(looks: number): number[] {
  requireCount('looks', looks, 1)
  return Array.from({ length: looks }, (_, i) => i + 1)
}

function stepTo(information: readonly number[], look: number): number {
  const step = (information[look] ?? 0) - (information[look - 1] ?? 0)
  if (step > 0) return Math.sqrt(step)
  throw new HolonError('input-invalid', 'information does not grow', 'Give looks in ascending order.')
}

/** The chance that the next step of standard deviation `step` ends beyond +-limit. */
function crossed({ places, masses }: Paths, step: number, limit: number): number {
  let sum = 0
  for (const [i, place] of places.entries()) {
    const outside = normalSurvival((limit - place) / step) + normalSurvival((limit + place) / step)
    sum += (masses[i] ?? 0) * outside
  }
  return sum
}

/** The paths still inside after a step, on a Simpson grid. */
function advance({ places, masses }: Paths, step: number, limit: number): Paths {
  const spread = farthest * Math.hypot(step, Math.max(...places.map(Math.abs)) / farthest)
  const edge = Math.min(limit, spread + Math.max(...places))
  const width = (2 * edge) / intervals
  const nextPlaces = Float64Array.from({ length: intervals + 1 }, (_, i) => -edge + i * width)
  const nextMasses = nextPlaces.map((next, i) => {
    let density = 0
    for (const [j, place] of places.entries()) density += (masses[j] ?? 0) * normalDensity(next, place, step)
    const simpson = i === 0 || i === intervals ? 1 : i % 2 === 1 ? 4 : 2
    return (density * simpson * width) / 3
  })
  return { places: nextPlaces, masses: nextMasses }
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
