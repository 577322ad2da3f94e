import fc from 'fast-check'
import { expect, test } from 'vitest'
import { binned } from './bins.ts'
import { tableOf } from './table.ts'

const column = fc.array(
  fc.oneof(fc.float({ noNaN: true, noDefaultInfinity: true }), fc.integer({ min: -3, max: 3 })),
  { minLength: 1, maxLength: 200 },
)

test('a value is in a bin or below exactly when it is at most the edge of the bin', () => {
  fc.assert(
    fc.property(column, fc.integer({ min: 2, max: 256 }), (values, most) => {
      const table = tableOf(
        values.map((x) => ({ x })),
        ['x'],
      )
      const { bins, edges } = binned(table, most)
      const [bin = [], edge = [], stored = []] = [bins[0], edges[0], table.columns[0]]
      expect(bin.length).toBe(values.length)
      expect(edge.length).toBeLessThan(most)
      for (const [row, value] of stored.entries()) {
        for (const [index, limit] of edge.entries()) expect((bin[row] ?? 0) <= index).toBe(value <= limit)
      }
    }),
  )
})

test('with room for all, every distinct value has its own bin', () => {
  fc.assert(
    fc.property(column, (values) => {
      const table = tableOf(
        values.map((x) => ({ x })),
        ['x'],
      )
      const distinct = new Set(table.columns[0]).size
      expect(new Set(binned(table, 256).bins[0]).size).toBe(distinct)
    }),
  )
})
