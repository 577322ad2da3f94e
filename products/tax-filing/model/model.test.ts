import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { onnx } from '@holon/model-onnx'
import { seededRandom, sigmoid } from 'holon/stats'
import { drawFrom } from 'holon/world'
import { expect, test } from 'vitest'
import { educations, occupations } from '../domain/about.ts'
import { type Card, cardHash } from './card.ts'
import { cardText } from './card-text.ts'
import { type AuditFacts, AuditFeatures, auditFeatures } from './features.ts'

const file = new URL('audit-risk.onnx', import.meta.url)
const card: Card = JSON.parse(readFileSync(new URL('audit-risk.card.json', import.meta.url), 'utf8'))
const model = await onnx(file)

const draw = drawFrom(seededRandom(5))
const anyFacts = (): AuditFacts => ({
  employment: undefined,
  education: draw.one(Object.keys(educations)),
  occupation: draw.one([...Object.keys(occupations), undefined]),
  filingStatus: draw.one(['single', 'married-jointly', 'head-of-household'] as const),
  income: draw.uniform(0, 200_000),
  deductions: draw.one([0, 0, 0, 1_900, 15_000]),
  hours: draw.whole(0, 98),
})

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

test('reads the features of the product', () => {
  expect(model.features).toEqual(Object.keys(AuditFeatures.shape))
  expect(AuditFeatures.parse(model.reference)).toEqual(model.reference)
})

test('says the same compiled and by onnxruntime, and explains what it says', async () => {
  const runtime = await onnx(file, { engine: 'onnxruntime' })
  for (let i = 0; i < 300; i++) {
    const features = auditFeatures(anyFacts())
    const said = model.predict(features) as number
    expect(Math.abs(said - ((await runtime.predict(features)) as number))).toBeLessThanOrEqual(1e-6)
    const { base, value, contributions } =
      model.explain?.(features, model.reference ?? {}) ?? expect.fail('no explanation')
    expect(value).toBeCloseTo(
      contributions.reduce((sum, { by }) => sum + by, base),
      9,
    )
    expect(sigmoid(value)).toBeCloseTo(said, 6)
  }
  await runtime.close?.()
})

test('more schooling never lowers the risk, all else alike', () => {
  for (let i = 0; i < 50; i++) {
    const facts = anyFacts()
    const risks = Object.keys(educations).map(
      (education) => model.predict(auditFeatures({ ...facts, education })) as number,
    )
    for (const [step, risk] of risks.entries())
      expect(risk).toBeGreaterThanOrEqual((risks[step - 1] ?? 0) - 1e-7)
  }
})

test('what the model leaves out does not move it', () => {
  const facts = anyFacts()
  const said = model.predict(auditFeatures(facts))
  expect(model.predict(auditFeatures({ ...facts, income: 5, employment: 'SelfEmp' }))).toBe(said)
})
