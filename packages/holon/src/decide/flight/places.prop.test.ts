import fc from 'fast-check'
import { expect, it } from 'vitest'
import { freeOf, type Places, resized, shareOf } from './places.ts'

const share = fc.double({ min: 0.01, max: 1, noNaN: true })
/** Stretches that others take, apart from each other. */
const taken = fc
  .uniqueArray(fc.integer({ min: 0, max: 100 }), { maxLength: 8 })
  .map((cuts) => cuts.sort((a, b) => a - b))
  .map((cuts) =>
    Array.from({ length: Math.floor(cuts.length / 2) }, (_, i) => ({
      from: (cuts[2 * i] ?? 0) / 100,
      to: (cuts[2 * i + 1] ?? 0) / 100,
    })),
  )
const has = (places: readonly Places[], place: number) =>
  places.some(({ from, to }) => place >= from && place < to)
const probes = Array.from({ length: 997 }, (_, i) => i / 997)

it('gives exactly what was asked for, of what is free, or nothing', () => {
  fc.assert(
    fc.property(taken, share, (others, wanted) => {
      const places = resized([], wanted, others)
      const free = shareOf(freeOf(others))
      expect(places === undefined).toBe(wanted > free + 1e-9)
      if (places === undefined) return
      expect(shareOf(places)).toBeCloseTo(wanted, 8)
      for (const probe of probes) expect(has(places, probe) && has(others, probe)).toBe(false)
      for (const { from, to } of places) expect(from >= 0 && to <= 1 && from < to).toBe(true)
    }),
  )
})

it('keeps all who are in it when it grows, and lets nobody new in when it shrinks', () => {
  fc.assert(
    fc.property(taken, share, share, (others, one, two) => {
      const before = resized([], one, others)
      const after = before === undefined ? undefined : resized(before, two, others)
      if (before === undefined || after === undefined) return
      const [small, large] = one <= two ? [before, after] : [after, before]
      for (const probe of probes) if (has(small, probe)) expect(has(large, probe)).toBe(true)
    }),
  )
})

it('leads back to the same people down and up again', () => {
  fc.assert(
    fc.property(taken, share, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (others, wanted, part) => {
      const before = resized([], wanted, others)
      if (before === undefined) return
      const back = resized(resized(before, wanted * part, others) ?? [], wanted, others) ?? []
      // A place moves by no more than rounding does.
      const rounded = (places: readonly Places[]) =>
        places.map(({ from, to }) => [Math.round(from * 1e8), Math.round(to * 1e8)])
      expect(rounded(back)).toEqual(rounded(before))
    }),
  )
})
