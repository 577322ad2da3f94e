import fc from 'fast-check'
import { expect, test } from 'vitest'

import { diffWords, type Stretch } from './diff-words.ts'

const textOf = (stretches: readonly Stretch[], ...kinds: readonly Stretch['kind'][]): string =>
  stretches
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ text }) => text)
    .join('')

const anything = fc.string({ unit: 'binary', maxLength: 60 })
const words = fc.array(fc.constantFrom('a', 'red', 'bus', ' ', ',', 'né', '字', '👍🏽'), { maxLength: 14 })

/** Length of the longest common subsequence, the slow and obvious way. */
function inCommon(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0
  const [restA, restB] = [a.slice(1), b.slice(1)]
  if (a[0] === b[0]) return 1 + inCommon(restA, restB)
  return Math.max(inCommon(restA, b), inCommon(a, restB))
}

test('both texts can be read from it, whatever they are', () => {
  fc.assert(
    fc.property(anything, anything, (before, after) => {
      const stretches = diffWords(before, after)
      expect(textOf(stretches, 'same', 'removed')).toBe(before)
      expect(textOf(stretches, 'same', 'added')).toBe(after)
    }),
  )
})

test('as much as can stays the same, in stretches that alternate', () => {
  const letters = fc.array(fc.constantFrom('x', 'y', 'z'), { maxLength: 7 })
  fc.assert(
    fc.property(letters, letters, (a, b) => {
      const stretches = diffWords(a.join('.'), b.join('.'))
      const tokens = (list: readonly string[]): string[] => list.join('.').split('').filter(Boolean)
      expect(textOf(stretches, 'same').length).toBe(inCommon(tokens(a), tokens(b)))
    }),
  )
  fc.assert(
    fc.property(words, words, (a, b) => {
      const kinds = diffWords(a.join(''), b.join('')).map(({ kind }) => kind)
      expect(kinds.every((kind, index) => kind !== kinds[index - 1])).toBe(true)
    }),
  )
})
