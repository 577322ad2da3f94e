import { expect, test } from 'vitest'
import { readView } from './view.ts'

test('reads range and slice from the address and leaves out what makes no sense', () => {
  expect(readView({ range: 'day', slice: 'year' })).toEqual({ range: 'day', slice: 'year' })
  expect(readView({ range: 'all', slice: '' })).toEqual({})
  expect(readView({ range: 'century', slice: 7 })).toEqual({})
})
