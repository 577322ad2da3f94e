import type { Compiled, Margin } from './compiled.ts'
import { logistic, type PostTransform, postTransform } from './post-transform.ts'

/** Outputs that are weighted sums of features, and what is done to them in the end. */
export interface Linear {
  readonly labels: readonly string[] | undefined
  readonly width: number
  /** Weights of the first output, then of the second, and so on: outputs times width numbers. */
  readonly weights: Float64Array
  readonly intercepts: Float64Array
  /** Whether features and sums are doubles rather than 32-bit floats. */
  readonly double: boolean
  /**
   * - a transform: applied to all outputs together;
   * - `pair`: one output s becomes 1 - s and s;
   * - `sigmoid`: applied to each output;
   * - `sigmoid-pair`: both in turn.
   */
  readonly finish: Exclude<PostTransform, 'PROBIT'> | 'pair' | 'sigmoid' | 'sigmoid-pair'
}

/** Compiles weighted sums to typed arrays. */
export function compileLinear(linear: Linear): Compiled {
  const { width, weights, intercepts, double, labels } = linear
  const out = new Float64Array(linear.finish.endsWith('pair') ? 2 : intercepts.length)
  const finish = finishOf(linear, out)
  const count = intercepts.length
  return {
    width,
    double,
    missing: false,
    labels,
    margin: marginOf(linear),
    run(row) {
      for (let output = 0; output < count; output++) {
        let sum = intercepts[output] as number
        const from = output * width
        for (let i = 0; i < width; i++) sum += (weights[from + i] as number) * (row[i] as number)
        out[output] = double ? sum : Math.fround(sum)
      }
      finish()
      return out
    },
  }
}

function finishOf({ finish, intercepts }: Linear, out: Float64Array): () => void {
  const pair = () => {
    out[1] = out[0] as number
    out[0] = 1 - (out[1] as number)
  }
  const sigmoid = () => {
    for (let i = 0; i < intercepts.length; i++) out[i] = logistic(out[i] as number)
  }
  if (finish === 'pair') return pair
  if (finish === 'sigmoid') return sigmoid
  if (finish === 'sigmoid-pair') {
    return () => {
      sigmoid()
      pair()
    }
  }
  // onnxruntime ignores every other transform of a single output.
  if (intercepts.length > 1) return () => postTransform(out, finish)
  return () => {}
}

function marginOf(linear: Linear): Margin | undefined {
  const { finish } = linear
  const one = linear.intercepts.length === 1
  if (one && (finish === 'NONE' || finish === 'pair')) return weighted(linear, [1], 'value')
  if (one && (finish === 'sigmoid' || finish === 'sigmoid-pair')) return weighted(linear, [1], 'log-odds')
  if (linear.intercepts.length !== 2 || linear.labels === undefined) return undefined
  if (finish === 'NONE') return weighted(linear, [0, 1], 'value')
  if (finish === 'LOGISTIC') return weighted(linear, [0, 1], 'log-odds')
  if (finish === 'SOFTMAX') return weighted(linear, [-1, 1], 'log-odds')
  return undefined
}

/** In a sum, each feature moves the whole by its weight times its own move: the Shapley value of an additive game. */
function weighted(linear: Linear, select: readonly number[], unit: Margin['unit']): Margin {
  const over = (values: Float64Array, offset: number, step: number) =>
    select.reduce((sum, part, output) => sum + part * (values[output * step + offset] as number), 0)
  const weights = Float64Array.from({ length: linear.width }, (_, i) => over(linear.weights, i, linear.width))
  const intercept = over(linear.intercepts, 0, 1)
  return {
    unit,
    attribute(row, reference, by) {
      let start = intercept
      weights.forEach((weight, i) => {
        start += weight * (reference[i] as number)
        by[i] = weight * ((row[i] as number) - (reference[i] as number))
      })
      return start
    },
  }
}
