import { HolonError } from '../../spec/error.ts'
import { expressionParts } from '../../spec/expression-parts.ts'
import type { ArmChange, AssigningFlight } from '../../spec/flight.ts'
import type { Expression } from '../../spec/measure.ts'
import { unknownName } from '../../spec/unknown-name.ts'
import type { DecisionPart } from '../../system/decision.ts'
import type { System } from '../../system/system.ts'
import { mustBeUtilities } from '../must-be-utilities.ts'
import type { Versions } from './plan-under.ts'

const invalid = (what: string, fix: string) => new HolonError('input-invalid', what, fix)

/**
 * Refuses a flight whose arms say what this system cannot do; the code may have changed since it was started.
 *
 * @throws HolonError `name-unknown`, `input-invalid`
 */
export function mustFit(system: System, versions: Versions, flight: AssigningFlight): void {
  if (flight.holdout === true) return
  const decision = decisionOf(system, flight.decision)
  for (const arm of flight.arms) mustBeChange(decision, versions, arm)
  if (flight.among !== undefined) mustBePublic(decision, flight.among)
}

/** The decision point a flight is about. @throws HolonError `name-unknown`, `input-invalid` */
export function decisionOf(system: System, name: string | undefined): DecisionPart {
  if (name === undefined) {
    throw invalid(
      'The flight says no decision.',
      'Name in `decision` the decision point that its arms change.',
    )
  }
  const found = system.decisions.find((one) => one.name === name)
  if (found !== undefined) return found
  throw unknownName(
    'decision',
    name,
    system.decisions.map((one) => one.name),
  )
}

function mustBeChange(decision: DecisionPart, versions: Versions, change: ArmChange): void {
  const { variant, model, experiences } = change
  const variants = decision.variants.map((one) => one.name)
  if (variant !== undefined && !variants.includes(variant)) throw unknownName('variant', variant, variants)
  if (experiences !== undefined) mustBeUtilities(decision, experiences)
  if (model === undefined) return
  if (decision.model === undefined) {
    throw invalid(`The decision "${decision.name}" reads no model.`, 'Leave out `model`.')
  }
  const known = Object.keys(versions[decision.model.name] ?? {})
  if (!known.includes(model)) throw unknownName('version', model, known)
}

/** Who may take part must be the same for a client, which may know nothing that is not public. */
function mustBePublic(decision: DecisionPart, among: Expression): void {
  const parts = expressionParts(among)
  if (parts.length === 0) mustBeKnownBefore(decision, among)
  for (const part of parts) mustBePublic(decision, part)
}

function mustBeKnownBefore({ name, dataClasses }: DecisionPart, among: Expression): void {
  if (among.op === 'literal') return
  const [field = ''] = among.op === 'context' ? among.path : []
  if (dataClasses[field] === 'public') return
  throw invalid(
    among.op === 'context'
      ? `The flight goes by the field "${field}" of "${name}", which is not public.`
      : `The flight goes by "${among.op}", which is not known before the decision.`,
    'Use public fields of the context in `among`.',
  )
}
