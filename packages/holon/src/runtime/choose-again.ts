import type { Seen } from '../decide/calibrate.ts'
import { type Chosen, choose } from '../decide/choose.ts'
import type { Plan } from '../decide/plan.ts'
import { askedAgain } from '../decide/replay.ts'
import type { DecisionRecord } from '../spec/record.ts'

/** The choice of a logged decision once more, of what its model said then. */
export const chooseAgain = (plan: Plan, record: DecisionRecord): Chosen =>
  choose(plan, askedAgain(record), seenThen(record))

/** What the model of a logged decision said then. */
export function seenThen({ open }: DecisionRecord): Seen {
  const [prediction] = open.predictions
  if (prediction?.fault !== undefined) return { ok: false, fault: prediction.fault }
  return { ok: true, value: prediction?.value ?? null, calibrated: prediction?.calibrated ?? true }
}
