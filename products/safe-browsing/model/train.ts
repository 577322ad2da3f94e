import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { type Card, cardBody, cardHash, version } from './card.ts'
import { cardText } from './card-text.ts'
import { compare, nested, simplest } from './choose.ts'
import { crossValidate } from './cross-validate.ts'
import { readPhishingData } from './data.ts'
import { fitPhishing, modelFile } from './fit.ts'
import { markRates, signTable, study } from './study.ts'
import { compareWithUci } from './uci.ts'

const absent =
  'There are no addresses to train on. Put phishing/ebbu2017-legitimate.json, ebbu2017-phishing.json and uci-phishing-websites.csv into the folder that HOLON_DATASETS names (default: ../shared/data).'

/** Data to model file and card: read and check, compare, study the shortcuts, fit, write. Answers the exit code. */
function main(): number {
  const data = readPhishingData()
  const uci = compareWithUci()
  if (data === undefined || uci === undefined) {
    console.error(absent)
    return 1
  }
  const { examples } = data
  console.log(`${examples.length} addresses used; UCI accuracy ${uci.accuracy.toFixed(4)}`)
  const table = signTable(examples)
  const comparison = compare(table)
  const recipe = simplest(comparison)
  console.log(`chosen: ${recipe.name}`)
  const unseen = crossValidate(recipe, table, undefined, dot)
  const figures = study(examples, { recipe, unseen }, dot)
  const fitted = fitPhishing(recipe, table)
  const body = cardBody({
    data,
    recipe,
    fitted,
    unseen,
    figures,
    comparison,
    nested: nested(table),
    marks: markRates(examples),
    uci,
  })
  const bytes = modelFile(fitted, version, cardHash(body))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const model = { file: 'phishing.onnx', bytes: bytes.length, sha256, trees: fitted.model.trees.length }
  const card: Card = { ...body, model }
  write(model.file, bytes)
  write('phishing.card.json', `${JSON.stringify(card, null, 2)}\n`)
  write('CARD.md', cardText(card))
  for (const { reads, auc, aucError, calibrationError } of card.figures)
    console.log(`${reads}: AUC ${auc} (SE ${aucError}), calibration error ${calibrationError}`)
  return 0
}

/** A dot for every fold: the study takes some minutes. */
function dot(): void {
  process.stdout.write('.')
}

function write(name: string, content: string | Uint8Array): void {
  writeFileSync(new URL(name, import.meta.url), content)
}

process.exitCode = main()
