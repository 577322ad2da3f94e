import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { HolonError } from 'holon'
import { auditFile, readAuditData } from './audit-data.ts'
import { type Card, cardBody, cardHash, version } from './card.ts'
import { cardText } from './card-text.ts'
import { bestMethod, compare, crossValidate, simplest } from './cross-validate.ts'
import { fitAuditRisk, modelFile } from './fit.ts'
import { candidates, chosen } from './recipe.ts'

/** Data to model file and card: read and check, compare, cross-validate, fit, write. Answers the exit code. */
function main(): number {
  const file = auditFile()
  if (file === undefined) {
    console.error(
      'There are no audit data to train on. Put audit/audit.csv into the folder that HOLON_DATASETS names (default: ../shared/data).',
    )
    return 1
  }
  const data = readAuditData(file)
  const labels = data.examples.map(({ label }) => label)
  console.log(`${labels.length} returns read; comparing ${candidates.length} recipes`)
  const comparison = compare(candidates, data.examples)
  const best = simplest(comparison)
  if (best.name !== chosen.name) {
    throw new HolonError(
      'data-invalid',
      `on these data "${best.name}" is the simplest recipe within a standard error of the best, not "${chosen.name}"`,
      'Make it the chosen one in recipe.ts, raise the version in card.ts, and train again.',
    )
  }
  const unseen = crossValidate(chosen, data.examples)
  const method = bestMethod(unseen, labels)
  const fitted = fitAuditRisk(data.examples, method)
  const body = cardBody(data, fitted, unseen, method, comparison)
  const bytes = modelFile(fitted, version, cardHash(body))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const model = { file: 'audit-risk.onnx', bytes: bytes.length, sha256, trees: fitted.model.trees.length }
  const card: Card = { ...body, model }
  write(model.file, bytes)
  write('audit-risk.card.json', `${JSON.stringify(card, null, 2)}\n`)
  write('CARD.md', cardText(card))
  const { auc, calibrationError } = body.figures
  console.log(
    `${model.file} written: AUC ${auc.value}, calibration error ${calibrationError.value}, SHA-256 ${sha256}`,
  )
  return 0
}

function write(name: string, content: string | Uint8Array): void {
  writeFileSync(new URL(name, import.meta.url), content)
}

process.exitCode = main()
