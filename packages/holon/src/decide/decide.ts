import type { Explanation } from '../spec/api.ts'
import type { DecisionRecord, Stage } from '../spec/record.ts'
import { calibrate } from './calibrate.ts'
import { choose } from './choose.ts'
import { makeFeatures } from './features.ts'
import { Filling } from './fill.ts'
import { compareArms } from './flight/compare-arms.ts'
import { guard } from './guard.ts'
import type { Asked, Said, Timings } from './moment.ts'
import type { Plan } from './plan.ts'
import { isPromise, predict } from './predict.ts'
import { present } from './present.ts'
import { record } from './record.ts'

/** A decision made: its record, and why the prediction came out as it did where the model can tell. */
export interface Made {
  readonly record: DecisionRecord
  readonly explanation: Explanation | undefined
}

/** What the model said, before anything is chosen by it. */
export interface Foreseen {
  readonly said: Said | undefined
  readonly timings: Timings
  readonly lap: Lap
}

/**
 * The life of one decision up to its record: features, predict, calibrate, choose, guard, present, record. Answers at
 * once when the model does. Never throws for anything a model, a policy, a guardrail or a context did.
 */
export function decide(plan: Plan, asked: Asked): Made | Promise<Made> {
  const foreseen = foresee(plan, asked)
  return isPromise(foreseen)
    ? foreseen.then((late) => conclude(plan, asked, late))
    : conclude(plan, asked, foreseen)
}

/** The stages that ask the model: all that may take long. */
export function foresee(plan: Plan, asked: Asked): Foreseen | Promise<Foreseen> {
  const timings: Timings = {}
  const lap = stopwatch(plan, timings)
  const { source } = plan
  if (source === undefined) return { said: undefined, timings, lap }
  const features = makeFeatures(source, asked.context)
  lap('features')
  const said = predict(plan, source, asked, features)
  if (isPromise(said)) return said.then((late) => predicted(late, timings, lap))
  return predicted(said, timings, lap)
}

function predicted(said: Said, timings: Timings, lap: Lap): Foreseen {
  lap('predict')
  return { said, timings, lap }
}

/** The same after a wait that belongs to no stage. */
export const resumed = (plan: Plan, { said, timings }: Foreseen): Foreseen => {
  return { said, timings, lap: stopwatch(plan, timings) }
}

/** The stages after the model, by what is remembered of the person. */
export function conclude(plan: Plan, asked: Asked, { said, timings, lap }: Foreseen): Made {
  const seen = calibrate(plan, said)
  if (said !== undefined) lap('calibrate')
  const chosen = choose(plan, asked, seen)
  lap('choose')
  const filling = new Filling(plan, asked, said, seen)
  const guarded = guard(plan, filling, chosen)
  lap('guard')
  const text = present(plan, filling, guarded.outcome)
  const silent = plan.experiences[guarded.outcome.experience]?.style === 'silent'
  const { attribution, explanation } = silent ? nothing : filling.reasons
  lap('present')
  const compared = asked.flown && compareArms(asked.flown, { asked, seen, filling, chosen, guarded })
  return {
    record: record(plan, asked, { said, seen, chosen, guarded, attribution, text, timings, compared }),
    explanation,
  }
}

const nothing = { attribution: undefined, explanation: undefined }

type Lap = (stage: Stage) => void

function stopwatch(plan: Plan, timings: Timings): Lap {
  let last = plan.clock.monotonic()
  return (stage) => {
    const now = plan.clock.monotonic()
    timings[stage] = Math.round((now - last) * 1000) / 1000
    last = now
  }
}
