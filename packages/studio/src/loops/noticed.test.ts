import type { LoopStanding } from 'holon'
import { expect, test } from 'vitest'
import { noticeOf } from './noticed.ts'

const loop: LoopStanding = {
  ...{ name: 'round', declared: true, watchedBy: 'a goal', status: 'inconclusive', because: '' },
  ...{ breaks: [], sightings: [] },
}
const { watchedBy: _, ...unwatched } = loop

test.each([
  [loop, undefined],
  [{ ...loop, status: 'found' }, 'found'],
  [unwatched, 'declared, not watched'],
  [{ ...unwatched, status: 'found' }, 'found, not watched'],
  [{ ...unwatched, declared: false, status: 'found' }, 'found, not declared'],
] satisfies [LoopStanding, unknown][])('%o is noticed as %s', (one, notice) => {
  expect(noticeOf(one)).toBe(notice)
})
