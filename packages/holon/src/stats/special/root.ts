// Far more than any continuous function needs; a function that answers NaN must not hang its caller.
const mostSteps = 300

/**
 * The root of a continuous `f` between `low` and `high`, where its signs differ, to the precision of doubles
 * around 1 (1e-16) or relative to it. Answers the nearer end where `f` has one sign only. Inverse quadratic
 * interpolation where it is safe, bisection elsewhere (T. R. Chandrupatla, 1997); about ten calls for a
 * smooth function.
 */
export function findRoot(f: (x: number) => number, low: number, high: number): number {
  let b = low
  let a = high
  let fb = f(b)
  let fa = f(a)
  if (Math.sign(fa) === Math.sign(fb)) return Math.abs(fa) < Math.abs(fb) ? a : b
  let t = 0.5
  for (let count = 0; count < mostSteps; count += 1) {
    const x = a + t * (b - a)
    const fx = f(x)
    let c = a
    let fc = fa
    if (Math.sign(fx) !== Math.sign(fa)) {
      c = b
      fc = fb
      b = a
      fb = fa
    }
    a = x
    fa = fx
    const best = Math.abs(fa) < Math.abs(fb) ? a : b
    const margin = (Number.EPSILON * Math.max(1, Math.abs(best))) / Math.abs(b - a)
    if (fa === 0 || margin > 0.5) return fa === 0 ? a : best
    t = Math.min(1 - margin, Math.max(margin, step(a, b, c, fa, fb, fc)))
  }
  return a
}

/** The share of the way from a to b at which to look next. */
function step(a: number, b: number, c: number, fa: number, fb: number, fc: number): number {
  const xi = (a - b) / (c - b)
  const phi = (fa - fb) / (fc - fb)
  const safe = phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi
  if (!safe) return 0.5
  return (fa / (fb - fa)) * (fc / (fb - fc)) + ((c - a) / (b - a)) * (fa / (fc - fa)) * (fb / (fc - fb))
}
