/**
 * The prediction that the outputs of a model stand for: of two classes the probability of the second, of more the
 * probability by label, without classes the number or numbers as they are.
 */
export function answer(
  labels: readonly string[] | undefined,
  outputs: ArrayLike<number>,
): number | number[] | Record<string, number> {
  if (labels === undefined || labels.length !== outputs.length) {
    return outputs.length === 1 ? (outputs[0] as number) : Array.from(outputs)
  }
  if (labels.length === 2) return outputs[1] as number
  return Object.fromEntries(labels.map((label, i) => [label, outputs[i] as number]))
}
