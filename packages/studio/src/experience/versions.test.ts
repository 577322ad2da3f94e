import type { TuningChange, TuningDocument } from 'holon'
import { expect, test } from 'vitest'
import { goingBack, savingDraft } from './saving.ts'
import { changesOf, drafted, type Utilities, utilitiesOf, withChange } from './utilities.ts'
import { declaredOf, versionsOf } from './versions.ts'

const declared: Utilities = {
  nothing: { right: 0, wrong: 0, interrupting: 0 },
  call: { right: 6, wrong: -6, interrupting: -0.5 },
}

function version(n: number, experiences: TuningDocument['experiences'], changes: readonly TuningChange[]) {
  return { version: n, decision: 'd', experiences, by: 'owner', reason: 'r', at: n, changes }
}

const first = version(1, { call: { wrong: -3 } }, [{ experience: 'call', value: 'wrong', from: -6, to: -3 }])
const second = version(2, { call: { wrong: -9, right: 7 } }, [
  { experience: 'call', value: 'right', from: 6, to: 7 },
  { experience: 'call', value: 'wrong', from: -3, to: -9 },
])
const present = drafted(declared, second.experiences)

test('a draft holds what is changed and nothing else', () => {
  const one = withChange(declared, {}, 'call', 'wrong', -3)
  const two = withChange(declared, one, 'call', 'right', 8)
  expect(two).toEqual({ call: { wrong: -3, right: 8 } })
  expect(withChange(declared, two, 'call', 'wrong', -6)).toEqual({ call: { right: 8 } })
  expect(withChange(declared, one, 'call', 'wrong', -6)).toEqual({})
  expect(changesOf(declared, drafted(declared, two))).toEqual([
    { experience: 'call', value: 'right', from: 6, to: 8 },
    { experience: 'call', value: 'wrong', from: -6, to: -3 },
  ])
})

test('reads the numbers of a declaration', () => {
  const one = {
    name: 'call',
    style: 'prompt',
    forcefulness: 1,
    right: 6,
    wrong: -6,
    interrupting: -0.5,
  } as const
  expect(utilitiesOf([one])).toEqual({ call: declared.call })
})

test('a new version keeps what the latest one says', () => {
  const saving = savingDraft(present, [first, second], { call: { interrupting: -1 } })
  expect(saving.experiences).toEqual({ call: { wrong: -9, right: 7, interrupting: -1 } })
  expect(changesOf(present, saving.to)).toEqual([
    { experience: 'call', value: 'interrupting', from: -0.5, to: -1 },
  ])
})

test('going back says the same as that version, and knows what that changes', () => {
  const saving = goingBack(present, [first, second], first)
  expect(saving.experiences).toEqual(first.experiences)
  expect(changesOf(present, saving.to)).toEqual([
    { experience: 'call', value: 'right', from: 7, to: 6 },
    { experience: 'call', value: 'wrong', from: -9, to: -3 },
  ])
  expect(saving.reason).toContain('version 1')
})

test('going back to what is declared leaves everything out', () => {
  expect(declaredOf(present, [first, second])).toEqual(declared)
  const saving = goingBack(present, [first, second], undefined)
  expect(saving.experiences).toEqual({})
  expect(saving.to).toEqual(declared)
})

test('keeps the versions of decisions apart', () => {
  const other = { ...first, decision: 'other' }
  expect(versionsOf([first, other, second], 'd')).toEqual([first, second])
})
