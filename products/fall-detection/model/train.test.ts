import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Card, cardHash, version } from './card.ts'
import { labelledTrial } from './evaluate.ts'
import { fitFall, modelFile } from './fit.ts'
import { judgedMoments } from './judged.ts'
import { fallFile, readingsOf, readTrials } from './trials.ts'

test('training again on the same data gives the committed file, byte for byte', ({ skip }) => {
  const file = fallFile()
  if (file === undefined)
    return skip('the trials are not here: set HOLON_DATASETS to the folder with fall/hifd.jsonl.gz')
  const { trials, sha256 } = readTrials(file)
  const { model: _, ...body }: Card = JSON.parse(
    readFileSync(new URL('fall.card.json', import.meta.url), 'utf8'),
  )
  if (sha256 !== body.data.sha256) return skip('the trials here are not those the model was trained on')
  const fitted = fitFall(trials, judgedMoments(trials))
  const bytes = modelFile(fitted, version, cardHash(body))
  expect(Buffer.compare(bytes, readFileSync(new URL('fall.onnx', import.meta.url)))).toBe(0)
})

test('channels of different length are no readings', () => {
  expect(() => readingsOf((column) => (column === 'az' ? [1] : [1, 2]))).toThrow(
    expect.objectContaining({ code: 'data-invalid' }),
  )
})

test('a row to evaluate is the strongest moment of a trial, or none', () => {
  const row = (strength: (i: number) => number, fall: boolean) => ({
    file: 'trials',
    has: () => true,
    number: () => 50,
    numbers: (column: string) => Array.from({ length: 700 }, (_, i) => (column === 'ax' ? strength(i) : 0)),
    text: () => '',
    flag: () => fall,
  })
  const read = labelledTrial(row((i) => (i === 200 ? 2 : i === 500 ? 5 : 0), true))
  expect(read).toMatchObject({ label: true, features: { impact: 5 } })
  expect(labelledTrial(row(() => 0.1, false))).toBeUndefined()
})
