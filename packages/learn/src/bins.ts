import type { Table } from './table.ts'

/** A table with every value replaced by the number of its bin: all that growing a tree looks at. */
export interface BinnedTable {
  readonly names: readonly string[]
  readonly rows: number
  /** Bin of every row, by feature. */
  readonly bins: readonly Uint8Array[]
  /** Upper edges by feature, ascending: a value is in bin b or below exactly when it is <= `edges[b]`. The last bin has none. */
  readonly edges: readonly Float32Array[]
}

/** Most bins a feature may have: they are stored as bytes. */
export const mostBins = 256

/**
 * Cuts every feature into at most `most` bins that hold about as many rows each; with fewer distinct values, every
 * value has its own. Edges lie halfway between neighbouring values, as 32-bit floats that keep the two apart.
 */
export function binned(table: Table, most: number): BinnedTable {
  const edges = table.columns.map((column) => edgesOf(column, most))
  const bins = table.columns.map((column, index) => binsOf(column, edges[index] as Float32Array))
  return { names: table.names, rows: table.rows, bins, edges }
}

function edgesOf(column: Float32Array, most: number): Float32Array {
  const sorted = column.toSorted()
  const ends: number[] = []
  for (let i = 1; i < sorted.length; i++) if (sorted[i] !== sorted[i - 1]) ends.push(i)
  const chosen = ends.length < most ? ends : spaced(ends, sorted.length, most)
  return Float32Array.from(chosen, (end) => between(sorted[end - 1] as number, sorted[end] as number))
}

/** Of the places where a value ends, those next after each of `most` equal shares of the rows. */
function spaced(ends: readonly number[], rows: number, most: number): number[] {
  const chosen: number[] = []
  let share = 1
  for (const end of ends) {
    if (end < (share * rows) / most) continue
    chosen.push(end)
    while ((share * rows) / most <= end) share++
  }
  return chosen.slice(0, most - 1)
}

/** The middle of two 32-bit floats, or the lower one when rounding leaves no room between them. */
function between(low: number, high: number): number {
  const middle = Math.fround(low + (high - low) / 2)
  return middle < high ? middle : low
}

function binsOf(column: Float32Array, edges: Float32Array): Uint8Array {
  return Uint8Array.from(column, (value) => {
    let low = 0
    let high = edges.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (value <= (edges[middle] as number)) high = middle
      else low = middle + 1
    }
    return low
  })
}
