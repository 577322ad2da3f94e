import { expect, it } from 'vitest'
import { breads, traits } from './bread.ts'
import { crumbColour, cssColour } from './colour.ts'
import { burntFrom } from './shade.ts'

it.each(breads)('%s darkens all the way, from its fresh crumb to nearly black', (bread) => {
  const steps = Array.from({ length: 67 }, (_, darkening) => crumbColour(bread, darkening).lightness)
  expect(steps[0]).toBe(traits[bread].lightness)
  for (const [i, step] of steps.entries()) expect(step).toBeLessThanOrEqual(steps[i - 1] ?? 100)
  expect(steps.at(-1)).toBeLessThan(25)
  expect(crumbColour(bread, 25).a).toBeGreaterThan(crumbColour(bread, 0).a + 8)
  expect(crumbColour(bread, burntFrom).b).toBeLessThan(crumbColour(bread, 25).b)
})

it('is a colour of CSS', () => {
  expect(cssColour({ lightness: 61.25, a: 10, b: -3 })).toMatch(/^lab\(61\.3% 10\.0 -3\.0\)$/)
})
