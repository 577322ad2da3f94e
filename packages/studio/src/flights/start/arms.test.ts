import { expect, test } from 'vitest'
import { crossedWith, nameOf, withChange, withFactor, withoutChange } from './arms.ts'

test('an arm is called by what it changes, until somebody gives it a name', () => {
  const calm = withChange({ name: 'new' }, { variant: 'calm words' })
  expect(calm).toEqual({ name: 'calm-words', variant: 'calm words' })
  expect(withChange(calm, { model: 'api_3' }).name).toBe('api-3-calm-words')
  expect(withoutChange(calm, 'variant')).toEqual({ name: 'new' })
  const own = withChange(calm, { name: 'mine' })
  expect(withChange(own, { model: 'api' }).name).toBe('mine')
  expect(withoutChange(own, 'variant')).toEqual({ name: 'mine' })
  expect(nameOf({ experiences: {} })).toBe('numbers')
})

test('factors are added, changed and taken away', () => {
  const one = { name: 'a', arms: [] }
  const two = crossedWith([one])
  expect(two.map(({ name }) => name)).toEqual(['a', 'change-2'])
  expect(withFactor(two, 1)).toEqual([one])
  expect(withFactor([one], 0, { ...one, name: 'b' })[0]?.name).toBe('b')
})
