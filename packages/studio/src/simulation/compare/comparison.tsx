import type { SimulationDocument } from 'holon'

/** What differs between two runs. */
export function Comparison({ documents }: { documents: readonly [SimulationDocument, SimulationDocument] }) {
  return <p>{documents.length}</p>
}
