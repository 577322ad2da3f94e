import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { type Card, cardBody, cardHash, version } from './card.ts'
import { cardText } from './card-text.ts'
import { compare } from './compare.ts'
import { fitFall, modelFile } from './fit.ts'
import { judgedMoments } from './judged.ts'
import { leaveOneOut } from './leave-one-out.ts'
import { candidates, chosen } from './recipe.ts'
import { fallFile, readTrials } from './trials.ts'

/** Data to model file and card: read and check, compare, leave everybody out once, fit, write. Answers the exit code. */
function main(): number {
  const file = fallFile()
  if (file === undefined) {
    console.error(
      'There are no trials to train on. Put fall/hifd.jsonl.gz into the folder that HOLON_DATASETS names (default: ../shared/data).',
    )
    return 1
  }
  const data = readTrials(file)
  const moments = judgedMoments(data.trials)
  console.log(
    `${data.trials.length} trials, ${moments.length} moments; comparing ${candidates.length} recipes`,
  )
  const comparison = compare(candidates, data.trials, moments)
  const fitted = fitFall(data.trials, moments)
  const body = cardBody(data, moments, fitted, leaveOneOut(chosen, data.trials, moments), comparison)
  const bytes = modelFile(fitted, version, cardHash(body))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const card: Card = { ...body, model: { file: 'fall.onnx', bytes: bytes.length, sha256 } }
  write(card.model.file, bytes)
  write('fall.card.json', `${JSON.stringify(card, null, 2)}\n`)
  write('CARD.md', cardText(card))
  const { sensitivity, specificity } = body.chosenInside
  console.log(
    `${card.model.file} written: ${sensitivity.hits} of ${sensitivity.of} falls found, ${specificity.hits} of ${specificity.of} other trials left alone, AUC ${body.figures.auc.value}, SHA-256 ${sha256}`,
  )
  return 0
}

function write(name: string, content: string | Uint8Array): void {
  writeFileSync(new URL(name, import.meta.url), content)
}

process.exitCode = main()
