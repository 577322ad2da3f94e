import { defineProduct } from '@holon/embedded'
import { labelledTrial } from './model/evaluate.ts'
import { fallDetection } from './system.ts'
import { verification } from './verify.ts'
import { world } from './world.ts'

/** Fall detection as the `holon` command serves it. */
export const product = defineProduct({
  system: fallDetection,
  source: new URL('./system.ts', import.meta.url),
  models: { fall: new URL('./model/fall.onnx', import.meta.url) },
  page: new URL('./page/dist/', import.meta.url),
  world,
  evaluate: { fall: labelledTrial },
  verify: verification,
})
