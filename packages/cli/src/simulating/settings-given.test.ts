import { expect, it, test } from 'vitest'
import { settingsGiven } from './settings-given.ts'

const world = { settings: { rain: 0.5, windy: false, town: 'north' } }

it('reads values as the world means them', () => {
  expect(settingsGiven(world, [])).toEqual({})
  expect(settingsGiven(world, ['rain=1e-3', 'windy = true', 'town=a=b'])).toEqual({
    ...{ rain: 0.001, windy: true, town: 'a=b' },
  })
})

test.each([
  ['rain', 'input-invalid'],
  ['=1', 'input-invalid'],
  ['rain=', 'input-invalid'],
  ['rain=much', 'input-invalid'],
  ['windy=1', 'input-invalid'],
  ['snow=1', 'name-unknown'],
  ['constructor=1', 'name-unknown'],
])('refuses %s', (text, code) => {
  expect(() => settingsGiven(world, [text])).toThrow(expect.objectContaining({ code }))
})
