import { defineProduct } from '@holon/embedded'
import { labelledAddress } from './model/evaluate.ts'
import { safeBrowsing } from './system.ts'
import { verification } from './verify.ts'
import { world } from './world.ts'

/** Safe browsing as the `holon` command serves it. */
export const product = defineProduct({
  system: safeBrowsing,
  source: new URL('./system.ts', import.meta.url),
  models: { phishing: new URL('./model/phishing.onnx', import.meta.url) },
  page: new URL('./page/dist/', import.meta.url),
  // The identifier that follows from the key in extension/manifest.json.
  origins: ['chrome-extension://kdlnmciojllgolephgnmcajkhkdaengp'],
  world,
  verify: verification,
  evaluate: { phishing: labelledAddress },
})
