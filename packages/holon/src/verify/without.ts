import { unknownName } from '../spec/unknown-name.ts'
import type { System } from '../system/system.ts'

/** Names of all guardrails of a system, each once. */
export const guardrailsOf = ({ decisions }: System): readonly string[] => [
  ...new Set(decisions.flatMap(({ guardrails }) => guardrails.map(({ name }) => name))),
]

/**
 * The system with guardrails taken out of every decision.
 *
 * @throws HolonError `name-unknown`
 */
export function withoutGuardrails<S extends System>(system: S, names: readonly string[]): S {
  if (names.length === 0) return system
  const known = guardrailsOf(system)
  const stranger = names.find((name) => !known.includes(name))
  if (stranger !== undefined) throw unknownName('guardrail', stranger, known)
  const decisions = system.decisions.map((decision) => ({
    ...decision,
    guardrails: decision.guardrails.filter(({ name }) => !names.includes(name)),
  }))
  return { ...system, decisions }
}
