import type { ReplayDocument } from '../spec/api.ts'
import { canonical, type Json } from '../spec/json.ts'
import type { DecisionRecord } from '../spec/record.ts'
import { decide } from './decide.ts'
import type { Asked } from './moment.ts'
import type { Plan } from './plan.ts'

/**
 * Decides a recorded decision again, with its own time, draw and context, and compares stage by stage. A model that
 * had failed is taken to fail the same way; everything else is computed anew. Timings are not compared.
 */
export async function replay(plan: Plan, recorded: DecisionRecord): Promise<ReplayDocument> {
  const asked = askedAgain(recorded)
  const flown = plan.flying?.again(recorded.open.arms, asked.context)
  const { record: replayed } = await (flown === undefined
    ? decide(plan, asked)
    : decide(flown.plan, { ...asked, flown }))
  const before = inStages(recorded)
  const after = inStages(replayed)
  const compared = Object.entries(before).map(([stage, was]) => {
    const now = after[stage] ?? null
    return { stage, recorded: was, replayed: now, equal: canonical(was) === canonical(now) }
  })
  return {
    id: recorded.open.id,
    snapshot: recorded.open.snapshot,
    equal: compared.every((stage) => stage.equal),
    stages: compared,
  }
}

/** What was asked then, with its own time, draw and memory. */
export function askedAgain(recorded: DecisionRecord): Asked {
  const { id, at, draw, person, episode, key, asked, latched, step } = recorded.open
  const { subject, context, recent } = recorded.private
  const [prediction] = recorded.open.predictions
  return {
    ...{ id, at, draw },
    context: { ...recorded.open.context, ...context },
    ...(subject !== undefined && { subject }),
    ...(person !== undefined && { person }),
    ...(episode !== undefined && { episode }),
    ...(key !== undefined && { key }),
    ...(asked !== undefined && { asked }),
    ...(recent !== undefined && { recent }),
    ...(latched !== undefined && { latched }),
    ...(step !== undefined && { step }),
    ...(prediction?.fault !== undefined && {
      recorded: { fault: prediction.fault, ...(prediction.raw !== undefined && { raw: prediction.raw }) },
    }),
  }
}

/** The record, told by the stage that wrote each part of it. */
function inStages({ open, private: secret }: DecisionRecord): Readonly<Record<string, Json>> {
  const {
    predictions,
    probabilities,
    wanted,
    draw,
    interventions,
    experience,
    propensity,
    timings: _,
    utilities,
    held,
    apprentice,
    ...rest
  } = open
  const { features, parameters, wantedParameters, text, attribution, ...given } = secret
  const said = predictions.map(({ raw = null, fault = null, model, version, sha256 = null }) => ({
    ...{ model, version, sha256, raw, fault },
  }))
  const stages = {
    features: features ?? null,
    predict: said,
    calibrate: predictions.map(({ value = null, calibrated }) => ({ value, calibrated })),
    choose: { probabilities, wanted, draw, utilities, held, apprentice },
    guard: { interventions, experience, propensity, wantedParameters },
    present: { parameters, text, attribution },
    record: { ...rest, ...given },
  }
  return JSON.parse(JSON.stringify(stages)) as Readonly<Record<string, Json>>
}
