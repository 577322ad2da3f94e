import { onnx } from '@holon/model-onnx'
import { open } from 'holon'
import { admissions } from '../products/admissions/system.ts'
import { type ServedProduct, serveProduct, withPageOf } from './product-served.ts'

/** Tests that drive the built page. */
export const withPage = withPageOf('admissions')

export type Served = ServedProduct<typeof admissions>

/** Serves the system in memory with its model. Chance is held in the middle: no file is drawn to be read without a score. */
export async function serve(): Promise<Served> {
  const strength = await onnx(new URL('../products/admissions/model/strength.onnx', import.meta.url))
  return serveProduct(await open(admissions, { models: { strength }, random: { next: () => 0.5 } }))
}
