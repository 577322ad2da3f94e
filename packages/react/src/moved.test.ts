import { expect, test } from 'vitest'

import { moved } from './moved.ts'

test('puts one item in another place and leaves the rest in order', () => {
  const items = ['a', 'b', 'c', 'd']
  expect(moved(items, 0, 1)).toEqual(['b', 'a', 'c', 'd'])
  expect(moved(items, 3, 0)).toEqual(['d', 'a', 'b', 'c'])
  expect(moved(items, 1, 3)).toEqual(['a', 'c', 'd', 'b'])
  expect(items).toEqual(['a', 'b', 'c', 'd'])
})
