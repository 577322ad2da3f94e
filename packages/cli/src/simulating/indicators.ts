import { temporaryWarehouse, versionModels, versionsFrom } from '@holon/embedded'
import type { IndicatorsDocument, Warehouse } from 'holon'
import { type IndicatorWorldsOptions, rehearseIndicators } from 'holon/world'
import { findProduct } from '../products/find.ts'
import { worldOf } from './rehearsal.ts'

/** How well the indicators of a product tell of their goals in its world, with its own models. */
export async function indicatorsInWorlds(
  name: string,
  options: Omit<IndicatorWorldsOptions, 'parts'>,
): Promise<IndicatorsDocument> {
  const product = await findProduct(name)
  const warehouses: Warehouse[] = []
  const parts = async () => {
    const warehouse = await temporaryWarehouse()
    warehouses.push(warehouse)
    return {
      warehouse,
      models: await versionModels(product, options.version),
      versions: await versionsFrom(product.versions ?? {}),
    }
  }
  // Those of the worlds before are of no use any more.
  const onWorld = () => Promise.all(warehouses.splice(0).map((one) => one.close()))
  try {
    return await rehearseIndicators(worldOf(product), { ...options, parts, onWorld })
  } finally {
    await onWorld()
  }
}
