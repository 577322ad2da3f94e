import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { onnx } from '@holon/model-onnx'
import { expect, test } from 'vitest'
import { type Card, cardHash, errorsOf } from './card.ts'
import { cardText } from './card-text.ts'
import { ToastFeatures } from './features.ts'
import { examplesOf, makeCourses, modelFile, reference } from './fit.ts'
import { learningCurve } from './learning.ts'
import type { RidgeModel } from './ridge.ts'

const file = new URL('toasting-time.onnx', import.meta.url)
const card: Card = JSON.parse(readFileSync(new URL('toasting-time.card.json', import.meta.url), 'utf8'))
const bytes = readFileSync(file)
const model = await onnx(bytes)

/** The model of the file, as the recipe had it. */
function fromFile(): RidgeModel {
  const names = Object.keys(ToastFeatures.shape)
  const zero = Object.fromEntries(names.map((name) => [name, 0]))
  const intercept = model.predict(zero) as number
  const weights = names.map((name) => (model.predict({ ...zero, [name]: 1 }) as number) - intercept)
  return { names, intercept, weights }
}

test('file and card belong together', () => {
  const { model: about, ...body } = card
  expect(about.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
  expect(about.bytes).toBe(bytes.length)
  expect(model.version).toMatchObject({ name: card.name, version: card.version, kind: 'onnx-compiled' })
  expect(model.metadata.card).toBe(cardHash(body))
  expect(model.features).toEqual(Object.keys(ToastFeatures.shape))
  expect(model.reference).toEqual(reference)
  const { names, intercept, weights } = fromFile()
  expect(weights).toEqual(card.weights.map(({ weight }) => expect.closeTo(weight, 3)))
  expect(modelFile({ names, intercept, weights }, card.version, cardHash(body)).length).toBe(bytes.length)
})

test('the page of the card says what the card says', () => {
  expect(readFileSync(new URL('CARD.md', import.meta.url), 'utf8')).toBe(cardText(card))
})

test('the first of the toasts held out come out as the card says', () => {
  const errors = errorsOf('some', fromFile(), examplesOf(makeCourses('held out', 40)))
  const [all] = card.errors
  if (all === undefined) return expect.fail('the card has no errors')
  expect(errors.seconds.lower).toBeLessThan(all.seconds.upper)
  expect(errors.seconds.upper).toBeGreaterThan(all.seconds.lower)
  expect(errors.colour.lower).toBeLessThan(all.colour.upper)
  expect(errors.colour.upper).toBeGreaterThan(all.colour.lower)
})

test('verdicts bring toast nearer to what people want', () => {
  const curve = learningCurve(fromFile(), 24, 6)
  const [first] = curve
  const later = curve.slice(3)
  const mean = later.reduce((sum, { off }) => sum + off, 0) / later.length
  expect(mean).toBeLessThan((first?.off ?? 0) * 0.8)
})
