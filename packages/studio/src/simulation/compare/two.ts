import type { SimulationDocument } from 'holon'

/** The reports of two runs on the same world: what was, and what is proposed. */
export type Two = readonly [SimulationDocument, SimulationDocument]
