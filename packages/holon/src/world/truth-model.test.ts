import { expect, it } from 'vitest'
import { z } from 'zod'
import { seededRandom } from '../stats/random/seeded.ts'
import { model } from '../system/model.ts'
import { classes, number, probability } from '../system/prediction.ts'
import { drawFrom } from './draw.ts'
import { truthModel } from './truth-model.ts'

const features = z.object({})
const parts = {
  chance: model('chance', { does: 'guesses', features, predicts: probability() }),
  kind: model('kind', { does: 'tells', features, predicts: classes(['cat', 'dog', 'hen']) }),
  size: model('size', { does: 'measures', features, predicts: number() }),
}

/** What a model of a quality says, one after the other, of things that are true. */
function said(
  part: 'chance' | 'kind',
  auc: number,
  truths: readonly (boolean | string)[],
): readonly unknown[] {
  let truth: boolean | string | undefined
  const draw = drawFrom(seededRandom(3))
  const saying = truthModel(parts[part] as never, auc, () => ({ truth, draw: () => draw }))
  return truths.map((one) => {
    truth = one
    return saying.predict({})
  })
}

it.each([
  ['chance', [true], [false]],
  ['chance', [true, true, false], [true, true, true]],
  ['kind', ['cat', 'dog'], ['cat', 'hen']],
] as const)('knows nothing at an area of a half: %s', (part, truths, others) => {
  expect(said(part, 0.5, truths).at(-1)).toEqual(said(part, 0.5, others).at(-1))
})

it('knows everything at an area of one', () => {
  expect(said('chance', 1, [true, false, true])).toEqual([1, 0, 1])
  expect(said('kind', 1, ['dog', 'cat'])).toEqual([
    { cat: 0, dog: 1, hen: 0 },
    { cat: 1, dog: 0, hen: 0 },
  ])
})

it('starts from the share of what was true so far', () => {
  const truths = Array.from({ length: 98 }, (_, place) => place % 7 === 0)
  // A prior of one of each: 15 of 100.
  expect(said('chance', 0.5, [...truths, true]).at(-1)).toBeCloseTo(0.15, 12)
})

it('says nothing usable where the world does not say what is true', () => {
  expect(
    truthModel(parts.chance as never, 0.8, () => ({
      truth: undefined,
      draw: () => drawFrom(seededRandom(1)),
    })).predict({}),
  ).toBeUndefined()
})

it('refuses a model that predicts a number', () => {
  expect(() => truthModel(parts.size as never, 0.8, () => expect.fail())).toThrow(
    expect.objectContaining({ code: 'input-invalid' }),
  )
})
