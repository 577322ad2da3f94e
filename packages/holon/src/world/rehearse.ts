import type { SimulationDocument } from '../spec/simulation.ts'
import type { System } from '../system/system.ts'
import type { World } from './declaration.ts'
import type { SimulateOptions } from './options.ts'
import { simulate } from './simulate.ts'

/**
 * Lives a world to its last day, and tells what became of it: for tests and benches, where nobody looks on. What is in
 * the report is found with `goalIn`, `timesIn` and `figureIn`.
 */
export async function rehearse<S extends System>(
  world: World<S>,
  options: SimulateOptions = {},
): Promise<SimulationDocument> {
  const simulation = await simulate(world, options)
  try {
    await simulation.run()
    return await simulation.report()
  } finally {
    await simulation.close()
  }
}
