import type {
  ArmEffect,
  CostEffects,
  EarlyArmEffect,
  EarlyEffects,
  EffectEstimate,
  EffectPosterior,
  FactorEffect,
  FlightVerdict,
  GoalEffects,
  HowMuchLonger,
  IndicatorNote,
  Judging,
  Missing,
  Novelty,
  NoveltyPoint,
  SampleRatio,
  ScorecardDocument,
  SliceEffects,
  VerdictRule,
} from 'holon'

import {
  described,
  integer,
  type JsonSchema,
  list,
  number,
  object,
  orNull,
  pair,
  ref,
  text,
  time,
  truth,
  word,
} from './build.ts'
import { indicatorNote } from './indicators.ts'
import { goalProperties } from './system.ts'

const { name, layer, unit, target } = goalProperties
const anytime = described('95 %, in the sense in which the flight is judged.', pair)
const estimate = object<EffectEstimate>({ estimate: number, interval: anytime })

const effect = object<ArmEffect>(
  {
    ...{ arm: text, n: integer, controlN: integer, value: orNull(number), control: orNull(number) },
    absolute: described('In the unit of the goal.', orNull(estimate)),
    relative: described("As a share of the control's size.", orNull(estimate)),
    pValue: described('Of no effect, valid as the flight is judged; null of a Bayesian one.', orNull(number)),
    adjusted: described('Corrected for the goals and arms beside it (Holm).', orNull(number)),
    verdict: word('better', 'worse', 'no difference seen', 'cannot say'),
  },
  {
    varianceReduction: described('Share of the variance that the time before took out.', number),
    z: described('Standard errors from no effect, at a group-sequential look.', number),
    posterior: object<EffectPosterior>({
      chanceBetter: described('That the arm is better than the control.', orNull(number)),
      lossOfTaking: described('Expected, by taking the arm although it is worse.', orNull(number)),
      lossOfKeeping: described('Expected, by keeping the control although it is worse.', orNull(number)),
    }),
  },
)
const effects = described('Of each arm but the control.', list(ref('ArmEffect')))

const early = object<EarlyEffects>({
  within: described('How long after a decision it counts.', text),
  effects: list(
    object<EarlyArmEffect>({
      ...{ arm: text, n: integer, controlN: integer, value: orNull(number), control: orNull(number) },
      ...{ absolute: orNull(estimate), relative: orNull(estimate), pValue: orNull(number) },
      arrived: described('Share of what will come that has come by now, in the arm.', number),
      controlArrived: described('The same in the control.', number),
    }),
  ),
  because: described('Why nobody knows what to expect.', text),
})

const goal = object<GoalEffects>(
  {
    ...{ name, layer, unit, target, effects },
    role: described('Organizational goals are guards.', word('main', 'guard', 'other')),
    per: described('What one unit is.', word('person', 'episode', 'decision')),
  },
  {
    because: described('Why it cannot be compared.', text),
    early: described('What to expect of decisions that do not count yet.', early),
    indicates: described(
      'Of a leading indicator: what other flights showed of it.',
      list(object<IndicatorNote>(indicatorNote)),
    ),
  },
)

const cost = object<CostEffects>({ name: word('cost', 'latency', 'failures'), unit: text, effects })

const sampleRatio = object<SampleRatio>({
  arms: list(object<SampleRatio['arms'][number]>({ arm: text, share: number, n: integer })),
  fixed: described('Of the designed shares, for one look.', orNull(number)),
  anytime: described('The same, however often one looks.', orNull(number)),
  mismatch: truth,
})

const missing = object<Missing>({
  what: text,
  arms: list(object<Missing['arms'][number]>({ arm: text, n: number, of: number })),
  pValue: orNull(number),
  uneven: truth,
  blocks: described('Whether nothing can be said of the flight where it is uneven.', truth),
})

const novelty = object<Novelty>({
  every: text,
  points: list(object<NoveltyPoint>({ stretch: integer, effects })),
  trends: list(object<Novelty['trends'][number]>({ arm: text, slope: number, interval: pair, words: text })),
})

const slice = object<SliceEffects>({
  field: text,
  slice: orNull({ anyOf: [number, text, truth] }),
  effects,
})

const factor = object<FactorEffect>(
  { factor: text, level: text, effect: orNull(estimate), pValue: orNull(number), words: text },
  { with: object<NonNullable<FactorEffect['with']>>({ factor: text, level: text }) },
)

const longer = object<HowMuchLonger>({
  ...{ effect: number, power: number, timesMore: orNull(number), unitsMore: orNull(number), words: text },
})

const rule = object<VerdictRule>({ rule: text, holds: truth, because: text })

const verdict = object<FlightVerdict>(
  {
    say: word('ship', 'stop', 'keep running', 'cannot say'),
    words: text,
    rules: described('The first that holds decides.', list(rule)),
  },
  { arm: text },
)

type Plan = NonNullable<Judging['plan']>

const look = object<Plan['looks'][number]>({
  ...{ look: integer, at: time, units: integer },
  information: described('Share of the planned units.', number),
  bound: described('Standard errors from no effect that it took.', number),
  spent: described('Error that is spent up to it.', number),
})

const plan = object<Plan>(
  { units: integer, looks: described('Those that were taken.', list(look)) },
  {
    next: object<NonNullable<Plan['next']>>({ look: integer, atUnits: integer, missing: integer }),
  },
)

const judging = object<Judging>(
  {
    method: word('always-valid', 'fixed', 'group-sequential', 'bayesian'),
    words: described('What its intervals and p-values, or posteriors, mean.', text),
    units: described('Units so far.', integer),
  },
  { plan: described('Of a flight that is judged at some numbers of units only.', plan) },
)

/** Components about what a flight did. */
export const scorecardSchemas: Readonly<Record<string, JsonSchema>> = {
  ArmEffect: effect,
  Scorecard: object<ScorecardDocument>(
    {
      ...{ system: text, flight: ref('Flight'), at: time, verdict, sampleRatio },
      missing: list(missing),
      goals: described('In the order of the layers.', list(goal)),
      costs: list(cost),
      slices: list(slice),
      factors: list(factor),
    },
    { judging, novelty, longer },
  ),
}
