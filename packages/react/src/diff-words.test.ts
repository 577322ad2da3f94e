import { expect, test } from 'vitest'

import { diffWords } from './diff-words.ts'

test('changes words, not letters', () => {
  expect(diffWords('Meet on Tusday at ten', 'Meet on Tuesday at ten')).toEqual([
    { kind: 'same', text: 'Meet on ' },
    { kind: 'removed', text: 'Tusday' },
    { kind: 'added', text: 'Tuesday' },
    { kind: 'same', text: ' at ten' },
  ])
})

test('has one stretch, or none, where nothing changed', () => {
  expect(diffWords('as it was', 'as it was')).toEqual([{ kind: 'same', text: 'as it was' }])
  expect(diffWords('', '')).toEqual([])
})

test('replaces what is very long and differs everywhere, and keeps what both begin and end with', () => {
  const many = (word: string): string => Array.from({ length: 3_000 }, (_, n) => `${word}${n}`).join(' ')
  const [first, second, ...more] = diffWords(`begin ${many('a')} end`, `begin ${many('b')} end`)
  expect(first).toEqual({ kind: 'same', text: 'begin ' })
  expect(second).toEqual({ kind: 'removed', text: many('a') })
  expect(more).toEqual([
    { kind: 'added', text: many('b') },
    { kind: 'same', text: ' end' },
  ])
})
