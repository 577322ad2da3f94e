import { defineProduct } from '@holon/embedded'
import { labelledRow } from './model/evaluate.ts'
import { taxFiling } from './system.ts'
import { verification } from './verify.ts'
import { world } from './world.ts'

/** Tax filing as the `holon` command serves it. */
export const product = defineProduct({
  system: taxFiling,
  source: new URL('./system.ts', import.meta.url),
  models: { 'audit-risk': new URL('./model/audit-risk.onnx', import.meta.url) },
  page: new URL('./page/dist/', import.meta.url),
  world,
  evaluate: { 'audit-risk': labelledRow },
  verify: verification,
})
