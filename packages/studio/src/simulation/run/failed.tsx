import type { SimulationSummary } from 'holon'
import { Failure } from '../../look/state.tsx'
import { StudioError } from '../../wire/error.ts'

/** Why a run failed, in words. */
export function Failed({ error }: { error: NonNullable<SimulationSummary['error']> }) {
  return <Failure error={new StudioError(error.code, error.message, error.fix, 0)} />
}
