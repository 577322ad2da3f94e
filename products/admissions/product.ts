import { defineProduct } from '@holon/embedded'
import { admissions } from './system.ts'
import { verification } from './verify.ts'
import { world } from './world.ts'

/** Admissions as the `holon` command serves it. */
export const product = defineProduct({
  system: admissions,
  source: new URL('./system.ts', import.meta.url),
  models: { strength: new URL('./model/strength.onnx', import.meta.url) },
  page: new URL('./page/dist/', import.meta.url),
  world,
  verify: verification,
})
