import type { Tunings } from '../spec/tunings.ts'
import type { DecisionPart } from './decision.ts'
import { freeze } from './freeze.ts'
import type { System } from './system.ts'

/** The system with other utilities for some of its experiences; the same where nothing is tuned. */
export function tuned(system: System, tunings: Tunings): System {
  if (Object.keys(tunings).length === 0) return system
  return freeze({
    ...system,
    decisions: system.decisions.map((one) => tunedDecision(one, tunings[one.name])),
  })
}

/** A decision with other utilities for some of its experiences. */
export function tunedDecision(decision: DecisionPart, tuning: Tunings[string] | undefined): DecisionPart {
  if (tuning === undefined) return decision
  const experiences = decision.experiences.map((one) => ({ ...one, ...tuning[one.name] }))
  return freeze({ ...decision, experiences })
}
