import type { EpisodeDocument } from 'holon'
import { expect, test } from 'vitest'
import { standingOf } from './standing.ts'

const episode = (experiences: readonly string[], rest: Partial<EpisodeDocument> = {}): EpisodeDocument =>
  ({
    episode: 'e',
    steps: experiences.map((experience, i) => ({ record: { id: `d${i}`, experience } })),
    ...rest,
  }) as unknown as EpisodeDocument
const next = (due: number) => ({ next: { decision: 'fall-alarm', experience: 'caretaker', step: 1, due } })

test('an episode asks, calls the caretaker, and calls for help', () => {
  expect(standingOf(episode(['ask'], next(5)))).toEqual({ is: 'asking', id: 'd0', first: 'd0', due: 5 })
  expect(standingOf(episode(['ask', 'caretaker'], next(9)))).toEqual({
    is: 'calling',
    id: 'd1',
    first: 'd0',
    due: 9,
  })
  expect(standingOf(episode(['ask', 'caretaker', 'emergency']))).toMatchObject({ is: 'emergency', id: 'd2' })
})

test.each([
  ['fine', 'fine'],
  ['going', 'coming'],
  ['falseAlarm', 'called off'],
  ['person-erased', 'quiet'],
])('that %s ended it is %s', (by, how) => {
  expect(standingOf(episode(['ask'], { ended: { by, at: 1 } }))).toMatchObject({
    is: 'over',
    how,
    first: 'd0',
  })
})

test('where nothing was met there is nothing', () => {
  expect(standingOf(episode([]))).toBeUndefined()
  expect(standingOf(episode(['nothing']))).toBeUndefined()
})
