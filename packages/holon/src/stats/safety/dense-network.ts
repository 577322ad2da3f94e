import { HolonError } from '../../spec/error.ts'

const activations = {
  affine: (x: number): number => x,
  relu: (x: number): number => Math.max(0, x),
  tanh: Math.tanh,
  sigmoid: (x: number): number => 1 / (1 + Math.exp(-x)),
} as const

/** What a layer does to its sums. */
export type Activation = keyof typeof activations

/** One layer: a row of weights and a bias for each output, and what is done to each sum. */
export interface DenseLayer {
  readonly weights: readonly (readonly number[])[]
  readonly bias: readonly number[]
  readonly activation: Activation
}

/** Is it the name of an activation? */
export function isActivation(name: string): name is Activation {
  return Object.hasOwn(activations, name)
}

/**
 * What a fully connected network answers: each layer is `activation(weights * input + bias)`.
 *
 * @throws HolonError `input-invalid` when a layer does not fit what comes into it
 * @example
 * ```ts
 * denseNetwork([{ weights: [[1, -1]], bias: [0.5], activation: 'relu' }], [2, 1]) // [1.5]
 * ```
 */
export function denseNetwork(layers: readonly DenseLayer[], input: readonly number[]): readonly number[] {
  return layers.reduce<readonly number[]>((values, layer, index) => {
    const { weights, bias } = layer
    if (weights.length !== bias.length || weights.some((row) => row.length !== values.length)) {
      throw new HolonError(
        'input-invalid',
        `layer ${index} does not fit the ${values.length} values that come into it`,
        'Give each output a bias and as many weights as there are inputs.',
      )
    }
    const activate = activations[layer.activation]
    return weights.map((row, output) =>
      activate(row.reduce((sum, weight, i) => sum + weight * (values[i] as number), bias[output] as number)),
    )
  }, input)
}
