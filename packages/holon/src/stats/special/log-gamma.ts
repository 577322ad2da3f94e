// Lanczos' approximation with g = 607/128 and 15 terms: coefficients by P. Godfrey (2001), error below 1e-15.
const g = 607 / 128
const lanczos = [
  0.9999999999999971, 57.15623566586292, -59.59796035547549, 14.136097974741746, -0.4919138160976202,
  3.399464998481189e-5, 4.652362892704858e-5, -9.837447530487956e-5, 0.0001580887032249125,
  -0.00021026444172410488, 0.00021743961811521265, -0.0001643181065367639, 8.441822398385275e-5,
  -2.6190838401581408e-5, 3.6899182659531625e-6,
]
const logRootTwoPi = 0.5 * Math.log(2 * Math.PI)

/** ln Γ(x) for x > 0; infinite at 0, NaN below. */
export function logGamma(x: number): number {
  if (x === 0) return Infinity
  if (!(x > 0)) return Number.NaN
  if (x < 0.5) return logGamma(x + 1) - Math.log(x)
  if (x > 1e7) return (x - 0.5) * Math.log(x) - x + logRootTwoPi + 1 / (12 * x)
  let sum = lanczos[0] ?? 0
  for (let k = 1; k < lanczos.length; k += 1) sum += (lanczos[k] ?? 0) / (x - 1 + k)
  const t = x - 0.5 + g
  return (x - 0.5) * Math.log(t) - t + logRootTwoPi + Math.log(sum)
}

/** ln B(a, b), the logarithm of the beta function. */
export function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b)
}

/** ln of the binomial coefficient n over k. */
export function logChoose(n: number, k: number): number {
  return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1)
}

/**
 * What Stirling's formula leaves out: ln Γ(n + 1) - ln(sqrt(2πn) (n/e)^n), for n > 0.
 * Densities written with it lose no digits for large n (C. Loader, Fast and Accurate Computation of Binomial
 * Probabilities, 2000).
 */
export function stirlingError(n: number): number {
  if (n < 16) return logGamma(n + 1) - (n + 0.5) * Math.log(n) + n - logRootTwoPi
  const square = n * n
  const inner = 1 / 1260 - (1 / 1680 - (1 / 1188 - 691 / 360360 / square) / square) / square
  return (1 / 12 - (1 / 360 - inner / square) / square) / n
}

/** x ln(x / mean) + mean - x, without cancellation where x is near `mean` (Loader 2000). Both above 0. */
export function devianceTerm(x: number, mean: number): number {
  const difference = x - mean
  if (Math.abs(difference) >= 0.1 * (x + mean)) return x * Math.log(x / mean) + mean - x
  const v = difference / (x + mean)
  let sum = difference * v
  let power = 2 * x * v
  for (let j = 1; ; j += 1) {
    power *= v * v
    const next = sum + power / (2 * j + 1)
    if (next === sum) return next
    sum = next
  }
}
