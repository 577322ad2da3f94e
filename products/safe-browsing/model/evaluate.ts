import type { Row, RowReader } from '@holon/embedded'
import { HolonError } from 'holon'
import { addressInData } from './data.ts'
import { addressFeatures } from './features.ts'

const addressColumns = ['url', 'URL', 'address', 'link', 'value']
const labelColumns = [
  'label',
  'phishing',
  'isPhishing',
  'is_phishing',
  'class',
  'type',
  'status',
  'result',
  'target',
]
const phishingWords = new Set(['1', 'true', 'yes', 'phishing', 'phish', 'bad', 'malicious'])
const benignWords = new Set(['0', '-1', 'false', 'no', 'legitimate', 'legit', 'benign', 'good', 'safe'])

/**
 * Features and label of an address, for `holon evaluate`. An address is the entry itself or a column such as `url`; the
 * label a column such as `label`, or what the file is called: `…phishing…`, `…legitimate…`. Rows without an address are
 * left out.
 */
export const labelledAddress: RowReader = (row) => {
  const column = addressColumns.find((name) => row.has(name))
  const address = column === undefined ? undefined : addressInData(row.text(column))
  return address && { features: addressFeatures(address), label: labelOf(row) }
}

function labelOf(row: Row): boolean {
  const column = labelColumns.find((name) => row.has(name))
  if (column === undefined) return byFile(row.file)
  const word = row.text(column).trim().toLowerCase()
  if (phishingWords.has(word)) return true
  if (benignWords.has(word)) return false
  throw unlabelled(`"${word}" in column "${column}"`)
}

function byFile(file: string): boolean {
  const [phishing, benign] = [/phish|malicious|bad/i.test(file), /legit|benign|good|safe/i.test(file)]
  if (phishing !== benign) return phishing
  throw unlabelled(`the name of ${file}`)
}

function unlabelled(what: string): HolonError {
  return new HolonError(
    'data-invalid',
    `Whether an address is one of phishing is not to be seen from ${what}.`,
    'Give a column "label" of 1 (phishing) and 0, or put phishing and legitimate addresses into files named so.',
  )
}
