import { seededRandom } from 'holon/stats'
import { expect, it } from 'vitest'
import { TaxReturn } from './domain/return.ts'
import { filerOf } from './world.ts'

it('draws people whose returns can be filed, some more likely in error than others', () => {
  const random = seededRandom(1)
  const filers = Array.from({ length: 2_000 }, () => filerOf(random))
  for (const { taxReturn } of filers) expect(TaxReturn.safeParse(taxReturn).success).toBe(true)
  const errors = filers.map((filer) => filer.error).sort((a, b) => a - b)
  expect(errors[0]).toBeGreaterThan(0)
  expect(errors.at(-1)).toBeLessThan(1)
  expect(errors[200]).toBeLessThan(0.1)
  expect(errors[1_800]).toBeGreaterThan(0.4)
})

it('draws the same people from the same seed', () => {
  const people = () =>
    Array.from(
      { length: 20 },
      (
        (random) => () =>
          filerOf(random)
      )(seededRandom(7)),
    )
  expect(people()).toEqual(people())
})
