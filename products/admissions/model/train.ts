import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { applicationsName, dataFile, readApplications } from './applications.ts'
import { type Card, cardBody, cardHash, type ModelFile, version } from './card.ts'
import { cardText } from './card-text.ts'
import { compare } from './cross-validate.ts'
import { fitStrength, modelFile } from './fit.ts'
import { auditLawSchool, lawSchoolName } from './law-school.ts'
import { candidates, chosen, everything } from './recipe.ts'

/** Data to model files and card: read and check, compare, audit, fit, write. Answers the exit code. */
function main(): number {
  const [applications, law] = [dataFile(applicationsName), dataFile(lawSchoolName)]
  if (applications === undefined || law === undefined) {
    console.error(
      `There are no data to train on. Put admissions/${applicationsName} and ${lawSchoolName} into the folder that HOLON_DATASETS names (default: ../shared/data).`,
    )
    return 1
  }
  const data = readApplications(applications)
  console.log(`${data.rows.length} applications; comparing ${candidates.length} recipes`)
  const fitted = fitStrength(chosen, data.rows)
  const body = cardBody(data, fitted, compare(candidates, data.rows), auditLawSchool(law))
  const hash = cardHash(body)
  const model = written('strength.onnx', modelFile(fitted, version, hash))
  const all = modelFile(fitStrength(everything, data.rows), `${version}-everything`, hash)
  const card: Card = { ...body, model, everything: written('everything.onnx', all) }
  written('strength.card.json', `${JSON.stringify(card, null, 2)}\n`)
  written('CARD.md', cardText(card))
  console.log(`${model.file} written: AUC ${body.figures.auc.value}, SHA-256 ${model.sha256}`)
  return 0
}

function written(file: string, content: string | Uint8Array): ModelFile {
  writeFileSync(new URL(file, import.meta.url), content)
  return { file, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') }
}

process.exitCode = main()
