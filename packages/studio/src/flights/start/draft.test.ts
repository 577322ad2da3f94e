import type { FlightDocument } from 'holon'
import { expect, test } from 'vitest'
import { draftLike, type FlightDraft, requestOf } from './draft.ts'
import { readDraft } from './read-draft.ts'

const draft: FlightDraft = {
  name: 'calm',
  about: 'Calm words help.',
  decision: 'meter',
  factors: [{ name: 'change', arms: [{ name: 'plain' }, { name: 'calm', variant: 'calm', weight: 2 }] }],
  main: 'calm filing',
  guards: ['returning'],
  margins: { returning: 0.01 },
  worth: 0.02,
  conditions: [{ field: 'status', by: 'eq', value: 'single' }],
  share: 0.25,
  layer: 'words',
  judge: { method: 'fixed', units: 4000 },
}

test('asks the server for what is written', () => {
  expect(requestOf(draft)).toEqual({
    ...{ name: 'calm', about: 'Calm words help.', decision: 'meter', share: 0.25, layer: 'words' },
    arms: { plain: {}, calm: { variant: 'calm', weight: 2 } },
    ...{ main: 'calm filing', guards: ['returning'], margins: { returning: 0.01 }, worth: 0.02 },
    judge: { method: 'fixed', units: 4000 },
    among: {
      ...{ op: 'compare', by: 'eq' },
      left: { op: 'context', path: ['status'] },
      right: { op: 'literal', value: 'single' },
    },
  })
})

test('crosses several factors, whose levels have no weights', () => {
  const factors = [
    { name: 'model', arms: [{ name: 'own' }, { name: 'bought', model: 'api', weight: 3 }] },
    { name: 'words', arms: [{ name: 'plain' }, { name: 'calm', variant: 'calm' }] },
  ]
  expect(requestOf({ ...draft, factors })).toMatchObject({
    factors: {
      model: { own: {}, bought: { model: 'api' } },
      words: { plain: {}, calm: { variant: 'calm' } },
    },
  })
  expect(requestOf({ ...draft, factors })).not.toHaveProperty('arms')
})

test('a holdout has no arms, audience or layer, and nothing is worth without a main goal', () => {
  const { main: _, ...aimless } = draft
  expect(requestOf({ ...aimless, holdout: true })).toEqual({
    ...{ name: 'calm', about: 'Calm words help.', share: 0.25, holdout: true, guards: ['returning'] },
    margins: { returning: 0.01 },
    judge: { method: 'fixed', units: 4000 },
  })
})

test('is read from an address as it was written there, and nothing else is', () => {
  expect(readDraft(JSON.parse(JSON.stringify(draft)))).toEqual(draft)
  expect(
    readDraft({
      ...{ name: 7, about: '', share: 'all', factors: [{ arms: [{}] }, 3], guards: 'x', unit: 'planet' },
      conditions: [
        { field: 'a', by: 'like', value: 'b' },
        { field: 'a', by: 'eq', value: {} },
      ],
      ...{ among: 'everybody', holdout: 'yes', counts: 'decided' },
    }),
  ).toEqual({ name: '7' })
})

const flight: FlightDocument = {
  ...{ name: 'calm', about: 'Calm.', decision: 'meter', unit: 'person', counts: 'decided', guards: [] },
  ...{ key: '', layerKey: '', places: [], state: 'stopped', steps: [], share: 0 },
  arms: [
    { name: 'plain', share: 0.25 },
    { name: 'calm', share: 0.75, variant: 'calm' },
  ],
}

test('makes another flight like one that there was', () => {
  expect(draftLike(flight)).toEqual({
    ...{ about: 'Calm.', decision: 'meter' },
    factors: [
      {
        name: 'change',
        arms: [{ name: 'plain' }, { name: 'calm', variant: 'calm', weight: 3 }],
      },
    ],
  })
  const levels = (model: string, words: string) => ({ levels: { model, words } })
  const crossed: FlightDocument = {
    ...flight,
    factors: ['model', 'words'],
    arms: [
      { name: 'own-plain', share: 0.25, ...levels('own', 'plain') },
      { name: 'own-calm', share: 0.25, ...levels('own', 'calm'), variant: 'calm' },
      { name: 'bought-plain', share: 0.25, ...levels('bought', 'plain'), model: 'api' },
      { name: 'bought-calm', share: 0.25, ...levels('bought', 'calm'), model: 'api', variant: 'calm' },
    ],
  }
  expect(draftLike(crossed).factors).toEqual([
    { name: 'model', arms: [{ name: 'own' }, { name: 'bought', model: 'api' }] },
    { name: 'words', arms: [{ name: 'plain' }, { name: 'calm', variant: 'calm' }] },
  ])
})

test('keeps what is tolerated, but of the goal that is to be improved', () => {
  const other = draftLike({ ...flight, margins: { returning: 0.01 } })
  expect(other.margins).toEqual({ returning: 0.01 })
  expect(requestOf({ ...other, main: 'returning' })).not.toHaveProperty('margins')
  expect(readDraft({ margins: { returning: 'much', filed: 0.02 } })).toEqual({ margins: { filed: 0.02 } })
})

test('keeps an audience that it cannot show as conditions', () => {
  const among = { op: 'not', of: { op: 'context', path: ['old'] } } as const
  const other = draftLike({ ...flight, among })
  expect(other.among).toEqual(among)
  expect(requestOf(other).among).toEqual(among)
})
