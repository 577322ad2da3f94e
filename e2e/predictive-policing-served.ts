import { open } from 'holon'
import { shareModel } from '../products/predictive-policing/model/share.ts'
import { predictivePolicing } from '../products/predictive-policing/system.ts'
import { type ServedProduct, serveProduct, withPageOf } from './product-served.ts'

/** Tests that drive the built page. */
export const withPage = withPageOf('predictive-policing')

/** Serves the system with everything in memory. */
export async function serve(): Promise<ServedProduct<typeof predictivePolicing>> {
  return serveProduct(await open(predictivePolicing, { models: { 'crime-share': shareModel } }))
}
