import type { BinnedTable } from './bins.ts'

/** Where in a histogram each feature's bins begin; one more entry than features. */
export function offsetsOf(table: BinnedTable): Int32Array {
  const offsets = new Int32Array(table.edges.length + 1)
  table.edges.forEach((edges, feature) => {
    offsets[feature + 1] = (offsets[feature] as number) + edges.length + 1
  })
  return offsets
}

/** Sums over the rows of a leaf: for each bin of each feature the gradient, the hessian and the number of rows. */
export type Histogram = Float64Array

/** Sums gradients and hessians of `rows[start..end)` into the bins of the given features. */
export function histogramOf(
  table: BinnedTable,
  offsets: Int32Array,
  features: Int32Array,
  gradients: Float64Array,
  hessians: Float64Array,
  rows: Int32Array,
  start: number,
  end: number,
): Histogram {
  const sums = new Float64Array((offsets[offsets.length - 1] as number) * 3)
  for (const feature of features) {
    const bins = table.bins[feature] as Uint8Array
    const offset = offsets[feature] as number
    for (let i = start; i < end; i++) {
      const row = rows[i] as number
      const at = (offset + (bins[row] as number)) * 3
      sums[at] = (sums[at] as number) + (gradients[row] as number)
      sums[at + 1] = (sums[at + 1] as number) + (hessians[row] as number)
      sums[at + 2] = (sums[at + 2] as number) + 1
    }
  }
  return sums
}

/** The histogram of one child from those of its parent and its sibling. */
export function remainder(parent: Histogram, sibling: Histogram): Histogram {
  const sums = new Float64Array(parent.length)
  for (let i = 0; i < sums.length; i++) sums[i] = (parent[i] as number) - (sibling[i] as number)
  return sums
}
