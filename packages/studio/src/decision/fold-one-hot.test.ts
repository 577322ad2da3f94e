import { expect, test } from 'vitest'
import { foldOneHot } from './fold-one-hot.ts'

test('tells the columns of one category as one feature', () => {
  const features = {
    hours: 40,
    'job=sales': false,
    'job=home': true,
    'job=farming': false,
    'status=joint': 0,
  }
  expect(foldOneHot(features)).toEqual({ hours: 40, job: 'home', status: 'none of them' })
})
