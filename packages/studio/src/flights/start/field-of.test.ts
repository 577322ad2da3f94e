import { expect, test } from 'vitest'
import { fieldOf } from './field-of.ts'

test.each([
  ['There was a flight "calm" before.', 'name'],
  ['"calm words" cannot be the name of a flight.', 'name'],
  ['"new arm" cannot be the name of an arm.', 'arms'],
  ['Two factors change the model.', 'arms'],
  ['There is no variant "calm".', 'arms'],
  ['"b" would change the policy of "meter", as the running flight "a" does.', 'arms'],
  ['"b" would take 60 % of the layer "words", of which 40 % is free.', 'share'],
  ['0 is no share of all units.', 'share'],
  ['The layer "words" is shared out by person, and the flight would do it by decision.', 'layer'],
  ['The flight goes by the field "wages" of "meter", which is not public.', 'among'],
  ['It cannot be looked at 1 times.', 'judge'],
  ['The prior says nothing of how large effects may be.', 'judge'],
  ['body/worth must be > 0', 'worth'],
  ['body/margins/members who stay must be > 0', 'margins'],
  ['body/factors/model must be object', 'arms'],
  ['body/about must NOT have fewer than 1 characters', 'about'],
  ['body/reason must NOT have fewer than 1 characters', 'reason'],
])('finds the field of "%s"', (message, field) => {
  expect(fieldOf({ message })).toBe(field)
})

test('is about no field where the server is away', () => {
  expect(fieldOf({ message: 'The server does not answer.' })).toBeUndefined()
})
