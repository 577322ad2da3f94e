import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineProduct, type Product } from '@holon/embedded'
import { defineSystem, type Model, model, probability, type System } from 'holon'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { evaluateModel } from './evaluation.ts'

const scorer = model('scorer', {
  does: 'scores',
  features: z.object({ x: z.number() }),
  predicts: probability(),
})
const system: System = defineSystem('trial', {
  purpose: 'trial',
  people: [],
  components: [scorer],
  decisions: [],
  goals: [],
})

const productWith = (answer: (x: number) => unknown, rest: Partial<Model> = {}): Product =>
  defineProduct({
    system,
    source: new URL(import.meta.url),
    models: {
      scorer: {
        version: { name: 'scorer', version: '3', kind: 'function' },
        predict: ({ x }) => answer(Number(x)),
        ...rest,
      },
    },
    evaluate: {
      scorer: (row) =>
        row.has('y') ? { features: { x: row.number('x') }, label: row.flag('y') } : undefined,
    },
  })

let folder: string
let file: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'holon-evaluation-'))
  file = join(folder, 'rows.csv')
  writeFileSync(file, 'x,y\n0.1,0\n0.3,0\n0.35,1\n0.5,\n0.8,1\n')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('evaluateModel', () => {
  test('measures what the model says of labelled rows', async () => {
    const evaluation = await evaluateModel(
      productWith((x) => x),
      'scorer',
      file,
    )
    expect(evaluation).toMatchObject({
      ...{ system: 'trial', model: 'scorer', version: '3', calibrated: false },
      ...{ n: 4, positives: 2, leftOut: 1, auc: 1, accuracy: 0.75 },
    })
    expect(evaluation.brier).toBeCloseTo((0.01 + 0.09 + 0.65 ** 2 + 0.04) / 4, 12)
  })

  test('takes several files as one', async () => {
    const more = join(folder, 'more.json')
    writeFileSync(more, '[{"x":0.9,"y":false}]')
    const evaluation = await evaluateModel(
      productWith((x) => x),
      'scorer',
      file,
      more,
    )
    expect(evaluation).toMatchObject({ n: 5, positives: 2, leftOut: 1 })
  })

  test('applies the calibration that decisions apply', async () => {
    const calibration = { method: 'isotonic', x: [0, 1], y: [1, 1] } as const
    const evaluation = await evaluateModel(
      productWith((x) => x, { calibration }),
      'scorer',
      file,
    )
    expect(evaluation).toMatchObject({ calibrated: true, brier: 0.5, auc: 0.5 })
  })

  test.each([Number.NaN, 1.5, 'high', undefined])('does not measure nonsense (%s)', async (nonsense) => {
    await expect(
      evaluateModel(
        productWith(() => nonsense),
        'scorer',
        file,
      ),
    ).rejects.toMatchObject({
      code: 'model-invalid',
    })
  })

  test('names what it knows', async () => {
    await expect(
      evaluateModel(
        productWith(() => 0),
        'other',
        file,
      ),
    ).rejects.toMatchObject({
      code: 'name-unknown',
      fix: 'Use one of: scorer.',
    })
  })

  test('wants rows', async () => {
    writeFileSync(join(folder, 'none.csv'), 'x,y\n')
    await expect(
      evaluateModel(
        productWith(() => 0),
        'scorer',
        join(folder, 'none.csv'),
      ),
    ).rejects.toMatchObject({
      code: 'data-invalid',
    })
  })
})
