import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { onnx } from '@holon/model-onnx'
import { expect, test } from 'vitest'
import { within } from '../annotation.ts'
import { files } from '../page/files/pile.ts'
import { applicationsName, dataFile, readApplications } from './applications.ts'
import { type Card, cardHash, version } from './card.ts'
import { cardText } from './card-text.ts'
import { fileFeatures, vouched } from './features.ts'
import { fitStrength, modelFile } from './fit.ts'
import { chosen } from './recipe.ts'

const here = (name: string) => new URL(name, import.meta.url)
const card: Card = JSON.parse(readFileSync(here('strength.card.json'), 'utf8'))
const { model: about, everything, ...body } = card
const model = await onnx(here('strength.onnx'))

test('files and card belong together', () => {
  for (const { file, bytes, sha256 } of [about, everything]) {
    const content = readFileSync(here(file))
    expect(content.length).toBe(bytes)
    expect(createHash('sha256').update(content).digest('hex')).toBe(sha256)
  }
  expect(model.metadata.card).toBe(cardHash(body))
  expect(model.calibration).toEqual(card.training.calibration)
  expect(readFileSync(here('CARD.md'), 'utf8')).toBe(cardText(card))
  expect(Math.abs(within - card.uncertainty.within)).toBeLessThan(0.001)
})

test('reads what others vouch for and nothing else', () => {
  expect(model.features).toEqual([...vouched])
  for (const { file } of files) {
    const said = model.predict(fileFeatures(file))
    expect(model.predict(fileFeatures({ ...file, gre: 300, toefl: 95, statement: 1, school: 1 }))).toBe(said)
    const better = model.predict(fileFeatures({ ...file, gpa: Math.min(10, file.gpa + 0.3) }))
    expect(better).toBeGreaterThan(Number(said))
  }
})

test('training again on the same data gives the committed file, byte for byte', ({ skip }) => {
  const path = dataFile(applicationsName)
  if (path === undefined)
    return skip('the data are not here: set HOLON_DATASETS to the folder with admissions')
  const { rows, sha256 } = readApplications(path)
  if (sha256 !== card.data.sha256) return skip('the data here are not those the model was trained on')
  const bytes = modelFile(fitStrength(chosen, rows), version, cardHash(body))
  expect(Buffer.compare(bytes, readFileSync(here('strength.onnx')))).toBe(0)
})
