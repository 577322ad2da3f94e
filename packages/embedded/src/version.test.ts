import type { Model } from 'holon'
import { defineWorld } from 'holon/world'
import { expect, it } from 'vitest'
import { lamps, scoring } from './lamps.fixture.ts'
import { defineProduct } from './product.ts'
import { versionModels } from './version.ts'

const always: Model = { version: { name: 'always', version: '1', kind: 'function' }, predict: () => 1 }

const world = defineWorld(lamps, {
  about: 'dusk',
  start: '2026-03-01',
  people: 1,
  days: 1,
  settings: {},
  person: () => ({}),
  happenings: {},
  versions: {
    eager: { about: 'a lamp that is always on', models: { scorer: always } },
    lost: { about: 'whose file is gone', models: { scorer: new URL('./nowhere.onnx', import.meta.url) } },
  },
  pace: { arrival: '1 second', longestWait: '1 second' },
})
const product = defineProduct({
  system: lamps,
  source: new URL(import.meta.url),
  models: { scorer: () => scoring },
  world,
})

it('loads the models that are served, or those of a version in their place', async () => {
  expect(await versionModels(product)).toEqual({ scorer: scoring })
  expect(await versionModels(product, 'current')).toEqual({ scorer: scoring })
  expect(await versionModels(product, 'eager')).toEqual({ scorer: always })
})

it('says which versions there are, and which file is not', async () => {
  for (const name of ['eagre', 'constructor']) {
    await expect(versionModels(product, name)).rejects.toMatchObject({
      code: 'name-unknown',
      fix: 'Use one of: current, eager, lost.',
    })
  }
  await expect(versionModels(product, 'lost')).rejects.toMatchObject({ code: 'model-invalid' })
})
