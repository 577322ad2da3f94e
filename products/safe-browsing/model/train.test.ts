import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { learnedRate } from '../domain/base-rate.ts'
import { type Card, cardHash, version } from './card.ts'
import { readPhishingData } from './data.ts'
import { fitPhishing, modelFile } from './fit.ts'
import { candidates } from './recipe.ts'
import { signTable } from './study.ts'

const absent = 'the addresses are not here: set HOLON_DATASETS to the folder with phishing/ebbu2017-*.json'
const card: Card = JSON.parse(readFileSync(new URL('phishing.card.json', import.meta.url), 'utf8'))

test('training again on the same data gives the committed file, byte for byte', ({ skip }) => {
  const data = readPhishingData()
  if (data === undefined) return skip(absent)
  const { model: _, ...body } = card
  if (data.sha256 !== body.data.sha256)
    return skip('the addresses here are not those the model was trained on')
  const recipe = candidates.find(({ name }) => name === body.training.recipe) ?? expect.fail('no such recipe')
  const bytes = modelFile(fitPhishing(recipe, signTable(data.examples)), version, cardHash(body))
  expect(Buffer.compare(bytes, readFileSync(new URL('phishing.onnx', import.meta.url)))).toBe(0)
}, 300_000)

test('the share of phishing that is reckoned with is that of the data', () => {
  expect(learnedRate).toBeCloseTo(card.data.phishing / card.data.used, 3)
})
