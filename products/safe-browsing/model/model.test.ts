import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { onnx } from '@holon/model-onnx'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressOf } from '../domain/address.ts'
import { discrimination } from '../goals.ts'
import { type Card, cardHash } from './card.ts'
import { cardText } from './card-text.ts'
import { AddressFeatures, addressFeatures, featureNames, plainAddress } from './features.ts'

const file = new URL('phishing.onnx', import.meta.url)
const card: Card = JSON.parse(readFileSync(new URL('phishing.card.json', import.meta.url), 'utf8'))
const model = await onnx(file)

/** The figures of a model that reads some columns. */
const figures = (reads: string) => card.figures.find((one) => one.reads === reads) ?? expect.fail(reads)

test('file and card belong together', () => {
  const { model: about, ...body } = card
  const bytes = readFileSync(file)
  expect(about.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
  expect(model.version).toEqual({
    name: card.name,
    version: card.version,
    kind: 'onnx-compiled',
    sha256: about.sha256,
  })
  expect(model.metadata.card).toBe(cardHash(body))
  expect(model.calibration).toEqual(card.training.calibration)
  expect(model.reference).toEqual(plainAddress)
})

test('the page of the card says what the card says', () => {
  expect(readFileSync(new URL('CARD.md', import.meta.url), 'utf8')).toBe(cardText(card))
})

test('reads the features of the product, and no mark of how an address was collected', () => {
  expect(model.features).toEqual(featureNames)
  expect(AddressFeatures.parse(model.reference)).toEqual(model.reference)
  expect(featureNames.filter((name) => /https|www|slash|folders|query|country|ending$/i.test(name))).toEqual(
    [],
  )
})

test('the shortcuts are worth much on these data, and the shipped model does without', () => {
  expect(figures('marks alone').auc).toBeGreaterThan(0.95)
  expect(figures('signs (shipped)').auc).toBeGreaterThan(0.87)
  expect(discrimination.why).toContain(`it is ${figures('signs (shipped)').auc.toFixed(2)};`)
  // Also among addresses that were collected alike.
  expect(figures('signs (shipped)').aucWithin).toBeGreaterThan(0.75)
  expect(figures('signs (shipped)').calibrationError).toBeLessThan(0.05)
})

test('the trainer is as accurate as published ones on the UCI table', () => {
  expect(card.uci.accuracy).toBeGreaterThan(0.965)
})

const segment = fc.stringMatching(/^[a-z]{1,12}$/)

test('a sign that is added never lowers the suspicion', () => {
  fc.assert(
    fc.property(segment, fc.array(segment, { maxLength: 3 }), (name, folders) => {
      const says = (text: string): number => {
        const address = addressOf(text) ?? expect.fail(text)
        return model.predict(addressFeatures(address)) as number
      }
      const plain = says(`http://${name}.example/${folders.join('/')}`)
      for (const more of ['wp-includes/a.php', '.hidden/a', 'a?email=me@mail.example'])
        expect(says(`http://${name}.example/${[...folders, more].join('/')}`)).toBeGreaterThanOrEqual(
          plain - 1e-9,
        )
    }),
    { numRuns: 200 },
  )
})

test('explains what it says', () => {
  const address =
    addressOf('http://bakery.example/wp-includes/paypal/signin.php') ?? expect.fail('no address')
  const features = addressFeatures(address)
  const { base, value, contributions } =
    model.explain?.(features, plainAddress) ?? expect.fail('no explanation')
  expect(value).toBeCloseTo(
    contributions.reduce((sum, { by }) => sum + by, base),
    6,
  )
  expect(
    contributions
      .slice(0, 2)
      .map(({ feature }) => feature)
      .sort(),
  ).toEqual(['brandInPath', 'softwareFolder'])
})
