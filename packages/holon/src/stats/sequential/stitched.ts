import { requirePositive, requireShare } from '../argument.ts'
import { zeta } from '../special/zeta.ts'

/**
 * The shape of a stitched boundary: it starts at variance `start`, for steps of scale `scale`, with epochs
 * that grow by `growth`.
 */
export interface Stitching {
  readonly start: number
  readonly scale: number
  /** How fast the error is spent over epochs, above 1. */
  readonly power?: number
  readonly growth?: number
}

/**
 * The polynomial stitched boundary: of the order sqrt(v ln ln v), in closed form (Howard and others 2021,
 * theorem 1). The chance that a sum ever exceeds it is at most alpha.
 */
export function stitchedBound(v: number, alpha: number, stitching: Stitching): number {
  const { start, scale, power = 1.4, growth = 2 } = stitching
  requireShare('alpha', alpha)
  requirePositive('start', start)
  const variance = Math.max(v, start)
  const spent =
    power * Math.log(Math.log((growth * variance) / start)) +
    Math.log(zeta(power) / (alpha * Math.log(growth) ** power))
  const root = (growth ** 0.25 + growth ** -0.25) / Math.SQRT2
  const linear = ((Math.sqrt(growth) + 1) / 2) * scale * spent
  return Math.sqrt(root * root * variance * spent + linear * linear) + linear
}
