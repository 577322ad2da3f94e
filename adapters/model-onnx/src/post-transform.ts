/** What an ai.onnx.ml operator does to its scores at the end. */
export type PostTransform = 'NONE' | 'LOGISTIC' | 'SOFTMAX' | 'SOFTMAX_ZERO' | 'PROBIT'

const known: readonly string[] = ['NONE', 'LOGISTIC', 'SOFTMAX', 'SOFTMAX_ZERO', 'PROBIT']

/** Whether a text names a post transform. */
export function isPostTransform(text: string): text is PostTransform {
  return known.includes(text)
}

/**
 * Applies a post transform to the scores of one row in place, in 32-bit floats step by step, as onnxruntime does. PROBIT is
 * none of them: its steps enlarge the last digit of a logarithm beyond what two machines agree on.
 */
export function postTransform(scores: Float64Array, kind: Exclude<PostTransform, 'PROBIT'>): void {
  if (kind === 'LOGISTIC') for (let i = 0; i < scores.length; i++) scores[i] = logistic(scores[i] as number)
  else if (kind === 'SOFTMAX') softmax(scores, false)
  else if (kind === 'SOFTMAX_ZERO') softmax(scores, true)
}

const { fround } = Math

/** 1 / (1 + e^-x). */
export function logistic(score: number): number {
  const value = fround(1 / fround(1 + fround(Math.exp(-Math.abs(score)))))
  return score < 0 ? fround(1 - value) : value
}

/** e^x over the sum of them. With `skipZeros`, scores of zero count as absent and stay zero. */
function softmax(scores: Float64Array, skipZeros: boolean): void {
  let most = Number.NEGATIVE_INFINITY
  for (let i = 0; i < scores.length; i++) most = Math.max(most, scores[i] as number)
  let sum = 0
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i] as number
    if (skipZeros && Math.abs(score) <= 0.0000001) {
      scores[i] = fround(score * fround(Math.exp(-most)))
    } else {
      scores[i] = fround(Math.exp(fround(score - most)))
      sum = fround(sum + (scores[i] as number))
    }
  }
  for (let i = 0; i < scores.length; i++) scores[i] = fround((scores[i] as number) / sum)
}
