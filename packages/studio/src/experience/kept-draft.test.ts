import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepDraft, keptDraft } from './kept-draft.ts'

const kept = new Map<string, string>()

beforeEach(() => {
  kept.clear()
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  })
})
afterEach(() => vi.unstubAllGlobals())

const present = { call: { right: 6, wrong: -6, interrupting: 0 } }

test('keeps a draft of each decision, and forgets an empty one', () => {
  keepDraft('s', 'a', { call: { wrong: -3 } })
  keepDraft('s', 'b', { call: { wrong: -4 } })
  expect(keptDraft('s', 'a', present)).toEqual({ call: { wrong: -3 } })
  keepDraft('s', 'a', {})
  expect(keptDraft('s', 'a', present)).toEqual({})
  expect(kept.size).toBe(1)
})

test('leaves out what no longer fits or is no change any more', () => {
  kept.set('holon-draft s a', '{"call":{"wrong":-6,"right":"x","interrupting":-1},"siren":{"right":1}}')
  expect(keptDraft('s', 'a', present)).toEqual({ call: { interrupting: -1 } })
  kept.set('holon-draft s a', '{"call":')
  expect(keptDraft('s', 'a', present)).toEqual({})
})
