import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { type Card, cardBody, cardHash, version } from './card.ts'
import { cardText } from './card-text.ts'
import { counts, examplesOf, fitToastingTime, makeCourses, modelFile } from './fit.ts'
import { learningCurve } from './learning.ts'

const people = 150
const toastsEach = 13

/** Simulates toasts, learns from them, judges on others, lets people teach it, and writes model file and card. */
function main(): void {
  const learned = examplesOf(makeCourses('learning', counts.learning))
  const heldOut = examplesOf(makeCourses('held out', counts.heldOut))
  console.log(`${learned.length} examples made, ${heldOut.length} held out`)
  const model = fitToastingTime(learned)
  const body = cardBody(model, learned, heldOut, learningCurve(model, people, toastsEach), people)
  const bytes = modelFile(model, version, cardHash(body))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const card: Card = { ...body, model: { file: 'toasting-time.onnx', bytes: bytes.length, sha256 } }
  write(card.model.file, bytes)
  write('toasting-time.card.json', `${JSON.stringify(card, null, 2)}\n`)
  write('CARD.md', cardText(card))
  const [all] = card.errors
  console.log(
    `${card.model.file} written: off by ${all?.seconds.value} s, ${all?.colour.value} units of colour`,
  )
}

function write(name: string, content: string | Uint8Array): void {
  writeFileSync(new URL(name, import.meta.url), content)
}

main()
