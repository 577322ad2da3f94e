import { expect, test } from 'vitest'
import { readCardOptions, toggled } from './card-options.ts'

test('reads how the scorecard is to be told, leaving out what makes no sense', () => {
  expect(readCardOptions({ slices: ['member', 3, ''], before: '7 days', since: '1 day' })).toEqual({
    slices: ['member'],
    before: '7 days',
    since: '1 day',
  })
  expect(readCardOptions({ slices: 'member', before: 'a while', since: 7 })).toEqual({})
})

test('splits by a field more, or no more by it', () => {
  const one = toggled({ before: '7 days' }, 'member')
  expect(one).toEqual({ before: '7 days', slices: ['member'] })
  expect(toggled(one, 'room').slices).toEqual(['member', 'room'])
  expect(toggled(one, 'member')).toEqual({ before: '7 days' })
})
