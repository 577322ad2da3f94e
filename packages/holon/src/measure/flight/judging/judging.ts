import type { FlightDocument, Judge } from '../../../spec/flight.ts'
import type { FlightLook, GoalEffects, Judging } from '../../../spec/scorecard.ts'
import { alwaysValid } from './always-valid.ts'
import { bayesian } from './bayesian.ts'
import { dueLook, type LookingJudge, nextLook } from './looks.ts'
import type { TestEffect } from './test-effect.ts'
import { meaningOf } from './words.ts'

/** A flight at the time it is judged. */
export interface Judged {
  readonly flight: Pick<FlightDocument, 'judge'>
  readonly at: number
  /** Units over all arms. */
  readonly units: number
  /** Looks so far, oldest first. */
  readonly looks: readonly FlightLook[]
  readonly tightAt: number
}

/** The goals as they are judged, and how; with the look that was taken for it, where one was due. */
export interface Judgement {
  readonly goals: readonly GoalEffects[]
  readonly judging: Judging
  readonly taken?: FlightLook
}

/** How a flight is judged where nothing is said. */
const usualJudge: Judge = { method: 'always-valid' }

/** Judges the goals as the flight says: `measured` measures them, the effects on a goal judged by what it is given. */
export function judgeGoals(
  of: Judged,
  measured: (testOf: (goal: string) => TestEffect) => readonly GoalEffects[],
): Judgement {
  const { judge = usualJudge } = of.flight
  const { units, tightAt } = of
  const judging = { method: judge.method, words: meaningOf(judge), units }
  if (judge.method === 'always-valid') return { goals: measured(() => alwaysValid(tightAt)), judging }
  if (judge.method === 'bayesian') return { goals: measured(() => bayesian(judge.prior)), judging }
  return looked(judge, of, judging, measured)
}

function looked(
  judge: LookingJudge,
  { units, at, looks }: Judged,
  judging: Judging,
  measured: Parameters<typeof judgeGoals>[1],
): Judgement {
  const due = dueLook(judge, looks, { units, at })
  const taken = due && { ...due.look, goals: measured(due.testOf) }
  const all = [...looks, ...(taken === undefined ? [] : [taken])]
  const next = nextLook(judge, all)
  return {
    goals: all.at(-1)?.goals ?? measured(() => notYet),
    judging: {
      ...judging,
      plan: {
        units: judge.units,
        looks: all.map(({ goals: _, ...look }) => look),
        ...(next !== undefined && { next: { ...next, missing: Math.max(0, next.atUnits - units) } }),
      },
    },
    ...(taken !== undefined && { taken }),
  }
}

/** Before the first look there is nothing to be seen of an effect. */
const notYet: TestEffect = () => undefined
