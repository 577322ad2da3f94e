import { expect, test } from 'vitest'
import { placeOf } from './route.ts'

test.each([
  ['/p/', { view: 'reader' }],
  ['/p/reader/2041', { view: 'reader', number: 2041 }],
  ['/p/berkeley/', { view: 'berkeley' }],
  ['/p/elsewhere', { view: 'reader' }],
])('%s is %o', (path, place) => {
  expect(placeOf('/p/', path)).toEqual(place)
})
