import type { CaseDocument } from 'holon'
import { expect, test } from 'vitest'
import { byPerson } from './by-person.ts'

const handed = (id: string, to: string) => ({ id, to }) as CaseDocument

test('keeps the order of urgency among people and cases', () => {
  const cases = [handed('a', 'carer'), handed('b', 'expert'), handed('c', 'carer')]
  expect(byPerson(cases).map(({ to, cases: theirs }) => [to, theirs.map(({ id }) => id)])).toEqual([
    ['carer', ['a', 'c']],
    ['expert', ['b']],
  ])
  expect(byPerson([])).toEqual([])
})
