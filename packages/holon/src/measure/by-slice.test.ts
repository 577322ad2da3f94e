import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bySlice } from './by-slice.ts'

const inOrder = <T>(slices: readonly (T & (string | number | boolean | null))[]) =>
  slices
    .map((slice) => ({ slice }))
    .toSorted(bySlice)
    .map(({ slice }) => slice)

test('goes by size and by name, with what is not known last', () => {
  expect(inOrder([100, null, -2, 81])).toEqual([-2, 81, 100, null])
  expect(inOrder(['sea', null, 'hill', 'Abbey'])).toEqual(['Abbey', 'hill', 'sea', null])
  expect(inOrder(['65 or more', '18 to 64', '5 to 17', '0 to 4'])).toEqual([
    ...['0 to 4', '5 to 17', '18 to 64', '65 or more'],
  ])
  expect(inOrder([true, null, false])).toEqual([false, true, null])
})

test('is the same in whatever order they come', () => {
  const slice = fc.oneof(fc.constant(null), fc.stringMatching(/^[a0 1]{0,3}$/), fc.string())
  const slices = fc.uniqueArray(slice, { maxLength: 8 })
  const shuffled = slices.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
  )
  fc.assert(
    fc.property(shuffled, ([one, other]) => {
      expect(inOrder(one)).toEqual(inOrder(other))
    }),
  )
})
