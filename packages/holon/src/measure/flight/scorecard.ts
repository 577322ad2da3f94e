import { layers } from '../../spec/api.ts'
import type { Duration } from '../../spec/duration.ts'
import type { FlightDocument } from '../../spec/flight.ts'
import type { IndicatorNote } from '../../spec/indicators.ts'
import type { Measure } from '../../spec/measure.ts'
import type {
  CostEffects,
  FlightLook,
  GoalEffects,
  Missing,
  NoveltyPoint,
  ScorecardDocument,
  SliceEffects,
} from '../../spec/scorecard.ts'
import type { GoalNamed } from '../../spec/simulated-comparison.ts'
import { type ByArm, effectsOf, judgeTogether, type UnjudgedEffect } from './effect.ts'
import { factorEffects } from './factors.ts'
import { judgeGoals } from './judging/judging.ts'
import type { TestEffect } from './judging/test-effect.ts'
import { howMuchLonger } from './longer.ts'
import { missingAnswers, missingUnits, type Seen } from './missing.ts'
import { noveltyOf } from './novelty.ts'
import { sampleRatio } from './sample-ratio.ts'
import { verdictOf } from './verdict.ts'

/** A goal and what was measured of it in each arm. */
export interface MeasuredGoal extends GoalNamed {
  readonly measure: Measure
  readonly per: GoalEffects['per']
  readonly byArm: ByArm
  /** Why it was not measured. */
  readonly because?: string
}

/** Everything a scorecard is made of, as the warehouse answered it. */
export interface Gathered {
  readonly system: string
  readonly flight: FlightDocument
  readonly at: number
  readonly goals: readonly MeasuredGoal[]
  readonly costs: readonly {
    readonly name: CostEffects['name']
    readonly unit: string
    readonly measure: Measure
    readonly byArm: ByArm
  }[]
  /** Units of each arm. */
  readonly counts: ReadonlyMap<string, number>
  /** Where a unit counts once it was exposed: how many were, of those for whom something was decided. */
  readonly exposed?: readonly Seen[]
  /** How often the main goal is known of a row. */
  readonly answers?: { readonly measure: Measure; readonly byArm: ByArm }
  readonly slices: readonly {
    readonly field: string
    readonly slice: SliceEffects['slice']
    readonly byArm: ByArm
  }[]
  readonly stretches: readonly { readonly stretch: number; readonly byArm: ByArm }[]
  readonly sinceMet?: Duration
  /** Whether main and guard goals are adjusted by the time before. */
  readonly adjust: boolean
  /** Looks that were taken at a flight that is judged at some numbers of units only, oldest first. */
  readonly looks?: readonly FlightLook[]
  /** What other flights showed of leading indicators, by their names. */
  readonly indicators?: ReadonlyMap<string, readonly IndicatorNote[]>
}

/** Where nobody says how many units are planned. */
const usualUnits = 5000

/** Units over all arms at which intervals are narrowest: as the flight says, or where it is judged. */
export const tightAtOf = ({ plannedUnits, judge }: FlightDocument): number =>
  plannedUnits ?? (judge && 'units' in judge ? judge.units : usualUnits)

/** Lower is better, whatever it is. */
const least = { atMost: 0 } as const

/** A scorecard, and the look that was taken for it, where one was due: to be kept, for it is not taken twice. */
export interface Scored {
  readonly card: ScorecardDocument
  readonly taken?: FlightLook
}

/** What a flight did to every layer of goals, and what to do about it. */
export const scorecardOf = (gathered: Gathered): ScorecardDocument => score(gathered).card

/** The same, with the look that was taken for it. */
export function score(gathered: Gathered): Scored {
  const { system, flight, at, looks = [] } = gathered
  const { judge } = flight
  const tightAt = tightAtOf(flight)
  const arms = flight.arms.map((arm) => arm.name)
  const units = [...gathered.counts.values()].reduce((sum, n) => sum + n, 0)
  const judgement = judgeGoals({ flight, at, units, looks, tightAt }, (testOf) =>
    goalEffects(gathered, arms, tightAt, testOf),
  )
  const { judging, taken } = judgement
  const goals = judgement.goals.map((goal) => noted(goal, gathered.indicators?.get(goal.name)))
  const main = gathered.goals.find((goal) => goal.name === flight.main)
  const ratio = sampleRatio(flight.arms, gathered.counts)
  const gaps = gapsIn(gathered, arms, tightAt)
  const longer =
    main &&
    howMuchLonger(main.measure, main.byArm.get(arms[0] ?? ''), main.byArm.get(arms[1] ?? ''), {
      tightAt,
      unit: main.unit,
      adjust: gathered.adjust,
      units,
      ...(judge !== undefined && { judge }),
      ...(flight.worth !== undefined && { worth: flight.worth }),
    })
  const card: ScorecardDocument = {
    ...{ system, flight, at },
    verdict: verdictOf({ flight, sampleRatio: ratio, missing: gaps, goals, longer, judging }),
    judging,
    sampleRatio: ratio,
    missing: gaps,
    goals,
    costs: judgeTogether(
      gathered.costs.map(({ name, unit, measure, byArm }) => ({
        ...{ name, unit, target: least },
        effects: effectsOf(arms, measure, byArm, { tightAt }),
      })),
    ).map(({ target: _, ...cost }) => cost),
    ...(main !== undefined &&
      gathered.sinceMet !== undefined && { novelty: novelty(gathered, main, arms, tightAt) }),
    slices: main === undefined ? [] : sliceEffects(gathered, main, arms, tightAt),
    factors:
      main === undefined || flight.factors === undefined
        ? []
        : factorEffects(flight.arms, main.byArm, tightAt),
    ...(longer !== undefined && { longer }),
  }
  return { card, ...(taken !== undefined && { taken }) }
}

/** A goal with what other flights showed of it, where it is an indicator. */
const noted = (goal: GoalEffects, notes: readonly IndicatorNote[] | undefined): GoalEffects =>
  notes === undefined ? goal : { ...goal, indicates: notes }

function gapsIn(
  { exposed, answers }: Gathered,
  arms: readonly string[],
  tightAt: number,
): readonly Missing[] {
  const units = exposed && missingUnits('The share of units that were exposed to it', exposed)
  const rows =
    answers &&
    missingAnswers('The share of decisions of which the main goal is known', arms, answers, tightAt)
  return [units, rows].filter((one) => one !== undefined)
}

/** The main goal is judged by itself, the guards together, and all others together. */
function goalEffects(
  gathered: Gathered,
  arms: readonly string[],
  tightAt: number,
  testOf: (goal: string) => TestEffect,
): readonly GoalEffects[] {
  const roles = ['main', 'guard', 'other'] as const
  const judged = roles.flatMap((role) =>
    judgeTogether(
      gathered.goals
        .filter((goal) => roleOf(gathered.flight, goal) === role)
        .map(({ measure, byArm, ...goal }) => ({
          ...goal,
          role,
          effects: effectsOf(arms, measure, byArm, {
            ...{ tightAt, adjust: gathered.adjust && role !== 'other', test: testOf(goal.name) },
          }),
        })),
    ),
  )
  return layers.flatMap((layer) => judged.filter((goal) => goal.layer === layer))
}

/** What the owner wants is never to be harmed. */
function roleOf({ main, guards }: FlightDocument, { name, layer }: GoalNamed): GoalEffects['role'] {
  if (name === main) return 'main'
  return layer === 'organization' || guards.includes(name) ? 'guard' : 'other'
}

function novelty(
  gathered: Gathered,
  { measure, target }: MeasuredGoal,
  arms: readonly string[],
  tightAt: number,
) {
  const every = gathered.sinceMet ?? '1 day'
  const points = gathered.stretches
    .toSorted((a, b) => a.stretch - b.stretch)
    .map(({ stretch, byArm }) => ({ stretch, target, effects: effectsOf(arms, measure, byArm, { tightAt }) }))
  return noveltyOf(every, judgeTogether<Unjudged & { stretch: number }>(points).map(pointOf))
}

interface Unjudged {
  readonly target: GoalNamed['target']
  readonly effects: readonly UnjudgedEffect[]
}

const pointOf = ({ stretch, effects }: NoveltyPoint): NoveltyPoint => ({ stretch, effects })

function sliceEffects(
  { slices }: Gathered,
  { measure, target }: MeasuredGoal,
  arms: readonly string[],
  tightAt: number,
): readonly SliceEffects[] {
  const unjudged = slices.map(({ field, slice, byArm }) => ({
    ...{ field, slice, target },
    effects: effectsOf(arms, measure, byArm, { tightAt }),
  }))
  return judgeTogether(unjudged).map(({ field, slice, effects }) => ({ field, slice, effects }))
}
