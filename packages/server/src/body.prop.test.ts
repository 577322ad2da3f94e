import fc from 'fast-check'
import { expect, test } from 'vitest'

import { refuseDepth } from './body.ts'

/** Nesting as it is after parsing: the slow, obvious way. */
function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  return 1 + Math.max(0, ...Object.values(value).map(depthOf))
}

function isRefused(json: string): boolean {
  try {
    refuseDepth(json)
    return false
  } catch (error) {
    expect(error).toMatchObject({ code: 'request-invalid' })
    return true
  }
}

test('JSON is refused exactly when it nests deeper than 64 levels', () => {
  const brackets = fc.string({ unit: fc.constantFrom('[', ']', '{', '}', '"', '\\', 'a'), maxLength: 20 })
  const leaf = fc.oneof(brackets, fc.jsonValue({ maxDepth: 3 }))
  const nested = fc
    .tuple(leaf, fc.integer({ min: 50, max: 75 }), fc.boolean())
    .map(([inner, levels, keyed]) => {
      let value: unknown = inner
      for (let level = 0; level < levels; level++) value = keyed ? { '[{"\\': value } : [value]
      return value
    })
  fc.assert(
    fc.property(nested, (value) => {
      const json = JSON.stringify([value, 'x'.repeat(1024)])
      expect(isRefused(json)).toBe(depthOf([value]) > 64)
    }),
    { numRuns: 1000 },
  )
})

test('short bodies are not looked at', () => {
  expect(isRefused('['.repeat(1000))).toBe(false)
})
