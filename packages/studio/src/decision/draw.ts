/** The share of [0, 1) that belongs to an experience. */
export interface Segment {
  readonly name: string
  readonly from: number
  readonly to: number
}

/** The shares of all experiences side by side, in the order of declaration, which is the order of the draw. */
export function segmentsOf(
  probabilities: Readonly<Record<string, number>>,
  order: readonly string[],
): readonly Segment[] {
  const known = order.filter((name) => name in probabilities)
  const others = Object.keys(probabilities).filter((name) => !order.includes(name))
  let reached = 0
  return [...known, ...others].map((name) => {
    const from = reached
    reached += probabilities[name] ?? 0
    return { name, from, to: reached }
  })
}

/** The experience whose share holds the draw; never one of probability 0. */
export function drawnFrom(segments: readonly Segment[], draw: number): string | undefined {
  const possible = segments.filter((segment) => segment.to > segment.from)
  return (possible.find((segment) => draw < segment.to) ?? possible.at(-1))?.name
}
