import { expect, test } from 'vitest'
import { viewOf } from './route.ts'

test.each([
  ['/p/', 'start'],
  ['/p/watch', 'watch'],
  ['/p/caretaker/', 'caretaker'],
  ['/p/elsewhere', 'start'],
])('%s is %s', (path, view) => {
  expect(viewOf('/p/', path)).toBe(view)
})
