import { onnx } from '@holon/model-onnx'
import { type AnswerOf, open } from 'holon'
import { safeBrowsing } from './system.ts'

/** What a visit was answered without a server. Its record ends with the page: nothing can come back for it. */
export type AnsweredHere = AnswerOf<typeof safeBrowsing, 'visit'>

/**
 * The very same system, opened in a browser with the bundled model: lists, signs, worth and guardrails decide as on the
 * server. `file`: address of the model file. A model that cannot be read leaves lists and rules.
 */
export async function decideHere(file: string): Promise<(address: string) => Promise<AnsweredHere>> {
  const bytes = await fetch(file)
    .then((response) => response.arrayBuffer())
    .catch(() => new ArrayBuffer(0))
  const model = await onnx(new Uint8Array(bytes)).catch(() => missing)
  const system = await open(safeBrowsing, { models: { phishing: model } })
  return (address) => system.decide('visit', { address, from: 'extension' })
}

/** Answers for a model file that is missing or damaged. */
const missing = {
  version: { name: 'phishing', version: 'missing', kind: 'function' },
  predict: () => undefined,
}
