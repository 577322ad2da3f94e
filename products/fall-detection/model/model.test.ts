import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { onnx } from '@holon/model-onnx'
import { applyCalibration, seededRandom } from 'holon/stats'
import { expect, test } from 'vitest'
import { feelsLikeFall, type Pastime, pastimes, simulate } from '../domain/simulate.ts'
import { askFrom } from '../stakes.ts'
import { type Card, cardHash } from './card.ts'
import { cardText } from './card-text.ts'
import { FallFeatures, featureNames } from './features.ts'
import { momentsOf } from './judged.ts'

const file = new URL('fall.onnx', import.meta.url)
const card: Card = JSON.parse(readFileSync(new URL('fall.card.json', import.meta.url), 'utf8'))
const model = await onnx(file)

test('file and card belong together', () => {
  const { model: about, ...body } = card
  const bytes = readFileSync(file)
  expect(about.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
  expect(about.bytes).toBe(bytes.length)
  expect(model.version).toEqual({
    name: card.name,
    version: card.version,
    kind: 'onnx-compiled',
    sha256: about.sha256,
  })
  expect(model.metadata.card).toBe(cardHash(body))
  expect(model.calibration).toEqual(card.training.calibration)
  expect(model.reference).toEqual(card.training.reference)
})

test('the page of the card says what the card says', () => {
  expect(readFileSync(new URL('CARD.md', import.meta.url), 'utf8')).toBe(cardText(card))
})

test('finds what it must on persons it has not seen', () => {
  const { sensitivity, specificity } = card.chosenInside
  expect(sensitivity.hits / sensitivity.of).toBeGreaterThanOrEqual(0.93)
  expect(specificity.hits / specificity.of).toBeGreaterThanOrEqual(0.967)
})

test('reads the features of the product', () => {
  expect(model.features).toEqual(featureNames)
  expect(FallFeatures.parse(model.reference)).toEqual(model.reference)
})

test.each(Object.keys(pastimes) as Pastime[])('asks about a simulated %s as it should', (pastime) => {
  for (let seed = 1; seed <= 20; seed++) {
    const said = momentsOf(simulate(pastime, seededRandom(seed))).map(({ features }) =>
      applyCalibration(model.calibration ?? expect.fail(), model.predict(features) as number),
    )
    expect(Math.max(0, ...said) > askFrom).toBe(feelsLikeFall(pastime))
  }
})
