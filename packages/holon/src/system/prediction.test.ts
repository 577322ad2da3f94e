import fc from 'fast-check'
import { expect, it } from 'vitest'
import { classes, number, probability } from './prediction.ts'

it('reads any answer without throwing, and lets through only what was declared', () => {
  fc.assert(
    fc.property(fc.anything(), (raw) => {
      const read = probability().read(raw)
      expect(read.ok).toBe(typeof raw === 'number' && raw >= 0 && raw <= 1)
      expect(number().read(raw).ok).toBe(typeof raw === 'number' && Number.isFinite(raw))
      if (classes(['a', 'b']).read(raw).ok) expect(Object.keys(raw as object).sort()).toEqual(['a', 'b'])
    }),
  )
})

it('reads classes that sum to one, by exactly their names', () => {
  const read = (raw: unknown) => classes(['a', 'b']).read(raw)
  expect(read({ a: 0.25, b: 0.75 })).toEqual({ ok: true, value: { a: 0.25, b: 0.75 } })
  expect(read({ a: 0.25, b: 0.7 })).toMatchObject({ ok: false, code: 'model-out-of-range' })
  expect(read({ a: 1 })).toMatchObject({ ok: false, code: 'model-wrong-shape' })
  expect(read({ a: 0.5, b: 0.25, c: 0.25 })).toMatchObject({ ok: false, code: 'model-wrong-shape' })
  expect(read({ a: Number.NaN, b: 1 })).toMatchObject({ ok: false, code: 'model-not-finite' })
})
