import { replay } from '../decide/replay.ts'
import { systemClock } from '../memory/clock.ts'
import { systemRandom } from '../memory/random.ts'
import type { ReplayDocument } from '../spec/api.ts'
import type { AssigningFlight } from '../spec/flight.ts'
import type { Model } from '../spec/model.ts'
import type { DecisionRecord } from '../spec/record.ts'
import type { Tunings } from '../spec/tunings.ts'
import { unknownName } from '../spec/unknown-name.ts'
import type { System } from '../system/system.ts'
import { type Taught, taught } from '../system/taught.ts'
import { tuned } from '../system/tuned.ts'
import { planUnder, type Versions } from './flights/plan-under.ts'

/**
 * Decides a recorded decision again by the declaration and the models given, with nothing opened. A code bundle exports
 * it beside its system, so that a record can be replayed by the code that made it.
 *
 * @throws HolonError `name-unknown` when the system has no such decision, `declaration-invalid` when a model is missing
 */
export function replayWith(
  system: System,
  models: Readonly<Record<string, Model>>,
  record: DecisionRecord,
  tunings: Tunings = {},
  { flights = [], versions = {}, learned = {} }: ThingsThen = {},
): Promise<ReplayDocument> {
  const { decision: name, snapshot } = record.open
  const decision = taught(tuned(system, tunings), learned).decisions.find((one) => one.name === name)
  if (decision === undefined) {
    const known = system.decisions.map((one) => one.name)
    return Promise.reject(unknownName('decision', name, known))
  }
  const model = decision.model === undefined ? undefined : models[decision.model.name]
  const surroundings = { clock: systemClock(), random: systemRandom() }
  const init = { system: system.name, decision, snapshot, model, ...surroundings }
  return replay(planUnder({ ...init, flights, versions }), record)
}

/** The flights that ran or were kept when the record was made, the versions of models that their arms name, and what policies had learned. */
export interface ThingsThen {
  readonly flights?: readonly AssigningFlight[] | undefined
  readonly versions?: Versions | undefined
  readonly learned?: Taught | undefined
}
