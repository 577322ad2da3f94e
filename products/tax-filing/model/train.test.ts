import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { auditFile, readAuditData } from './audit-data.ts'
import { type Card, cardHash, version } from './card.ts'
import { knownDeductions, knownIncome } from './features.ts'
import { fitAuditRisk, modelFile } from './fit.ts'

const absent = 'the audit data are not here: set HOLON_DATASETS to the folder with audit/audit.csv'

test('training again on the same data gives the committed file, byte for byte', ({ skip }) => {
  const file = auditFile()
  if (file === undefined) return skip(absent)
  const { examples, sha256 } = readAuditData(file)
  const { model: _, ...body }: Card = JSON.parse(
    readFileSync(new URL('audit-risk.card.json', import.meta.url), 'utf8'),
  )
  if (sha256 !== body.data.sha256) return skip('the audit data here are not those the model was trained on')
  const fitted = fitAuditRisk(examples, body.training.calibration.method)
  const bytes = modelFile(fitted, version, cardHash(body))
  expect(Buffer.compare(bytes, readFileSync(new URL('audit-risk.onnx', import.meta.url)))).toBe(0)
})

test('the ranges said to be known are those of the data', ({ skip }) => {
  const file = auditFile()
  if (file === undefined) return skip(absent)
  const facts = readAuditData(file).examples.map((example) => example.facts)
  const incomes = facts.map(({ income }) => income)
  expect(Math.round(Math.min(...incomes))).toBe(knownIncome.from)
  expect(Math.floor(Math.max(...incomes))).toBe(knownIncome.to)
  expect(Math.max(...facts.map(({ deductions }) => deductions))).toBe(knownDeductions)
})
