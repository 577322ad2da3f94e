import { onnx } from '@holon/model-onnx'
import { type LatestDocument, open } from 'holon'
import { smartToaster } from '../products/smart-toaster/system.ts'
import { type ServedProduct, serveProduct, withPageOf } from './product-served.ts'

/** Tests that drive the built page. */
export const withPage = withPageOf('smart-toaster')

/** The product served for real, with its real model. */
export interface Served extends ServedProduct<typeof smartToaster> {
  /** Toasts that were decided on the server, the latest first. */
  toasts(): Promise<LatestDocument['decisions']>
}

/** Serves the system with everything in memory. */
export async function serve(): Promise<Served> {
  const model = await onnx(new URL('../products/smart-toaster/model/toasting-time.onnx', import.meta.url))
  const served = await serveProduct(await open(smartToaster, { models: { 'toasting-time': model } }))
  return {
    ...served,
    toasts: async () => (await served.decisions()).filter(({ decision }) => decision === 'toast'),
  }
}
