import { defineProduct } from '@holon/embedded'
import { smartToaster } from './system.ts'
import { verification } from './verify.ts'
import { world } from './world.ts'

/** The smart toaster as the `holon` command serves it. */
export const product = defineProduct({
  system: smartToaster,
  source: new URL('./system.ts', import.meta.url),
  models: { 'toasting-time': new URL('./model/toasting-time.onnx', import.meta.url) },
  page: new URL('./page/dist/', import.meta.url),
  world,
  verify: verification,
})
