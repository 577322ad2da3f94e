import { defineProduct } from '@holon/embedded'
import { shareModel } from './model/share.ts'
import { predictivePolicing } from './system.ts'
import { verification } from './verify.ts'
import { world } from './world.ts'

/** Predictive policing as the `holon` command serves it. */
export const product = defineProduct({
  system: predictivePolicing,
  source: new URL('./system.ts', import.meta.url),
  models: { 'crime-share': shareModel },
  page: new URL('./page/dist/', import.meta.url),
  world,
  verify: verification,
})
