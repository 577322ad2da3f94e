import type { ArmChange, Expression, FlightDocument, FlightRequest, FlightUnit, Judge } from 'holon'
import { type Condition, conditionsIn, expressionOf } from './audience.ts'

/** An arm, or a level of a factor, as it is being written. */
export interface ArmDraft extends ArmChange {
  readonly name: string
  readonly weight?: number
}

/** What differs, and the arms that differ in it; the first is the control. */
export interface Factor {
  readonly name: string
  readonly arms: readonly ArmDraft[]
}

/** A flight as it is being written: the address of its page, so that a proposal can be sent as a link. */
export interface FlightDraft {
  readonly holdout?: true
  readonly name?: string
  readonly about?: string
  readonly decision?: string
  /** One: its arms are those of the flight. Several: their levels are crossed. */
  readonly factors?: readonly Factor[]
  readonly main?: string
  readonly guards?: readonly string[]
  /** The most harm to a goal that is tolerated. */
  readonly margins?: Readonly<Record<string, number>>
  readonly worth?: number
  readonly plannedUnits?: number
  /** How it is judged; at any time where nothing is said. */
  readonly judge?: Judge
  /** Who takes part: all of these are to hold. */
  readonly conditions?: readonly Condition[]
  /** An audience that the page cannot show as conditions. */
  readonly among?: Expression
  readonly share?: number
  readonly unit?: FlightUnit
  readonly layer?: string
  readonly counts?: 'exposed'
}

/** Share of all units where nothing is said: few are harmed where the guess is wrong. */
export const usualShare = 0.1

/** Where nothing is said: two arms, and the second has to be told yet. */
export const usualFactors: readonly Factor[] = [
  { name: 'change', arms: [{ name: 'as-declared' }, { name: 'new' }] },
]

/** What the server is asked, but for who asks. What makes no sense is sent as it is: the server says so at its place. */
export function requestOf(draft: FlightDraft): Omit<FlightRequest, 'by' | 'reason'> {
  const { name = '', about = '', share = usualShare, main, guards = [], worth, plannedUnits, judge } = draft
  const margins = marginsOf(draft)
  const goals = {
    ...(main !== undefined && { main }),
    ...(guards.length > 0 && { guards }),
    ...(Object.keys(margins).length > 0 && { margins }),
    ...(main !== undefined && worth !== undefined && { worth }),
    ...(plannedUnits !== undefined && { plannedUnits }),
    ...(judge !== undefined && { judge }),
  }
  const { unit, counts, layer, decision } = draft
  const counting = { ...(unit !== undefined && { unit }), ...(counts !== undefined && { counts }) }
  if (draft.holdout === true) return { name, about, share, holdout: true, ...goals, ...counting }
  const among = draft.among ?? expressionOf(draft.conditions ?? [])
  return {
    ...{ name, about, share },
    ...(decision !== undefined && { decision }),
    ...armsOf(draft.factors ?? usualFactors),
    ...(layer !== undefined && layer !== '' && { layer }),
    ...(among !== undefined && { among }),
    ...goals,
    ...counting,
  }
}

/** What is tolerated, but of the goal that is to be improved. */
export const marginsOf = ({ margins = {}, main }: FlightDraft): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(margins).filter(([goal]) => goal !== main))

function armsOf(factors: readonly Factor[]): Pick<FlightRequest, 'arms' | 'factors'> {
  const named = (arms: readonly ArmDraft[]) => Object.fromEntries(arms.map(({ name, ...arm }) => [name, arm]))
  const [only, another] = factors
  if (only !== undefined && another === undefined) return { arms: named(only.arms) }
  const levels = (arms: readonly ArmDraft[]) => named(arms.map(({ weight: _, ...level }) => level))
  return { factors: Object.fromEntries(factors.map(({ name, arms }) => [name, levels(arms)])) }
}

/** Another flight like one that there was, under a name that is still to be given. */
export function draftLike(flight: FlightDocument): FlightDraft {
  const {
    about,
    decision,
    main,
    guards,
    margins,
    worth,
    plannedUnits,
    among,
    share,
    unit,
    layer,
    counts,
    judge,
  } = flight
  const conditions = among === undefined ? undefined : conditionsIn(among)
  return {
    about,
    ...(flight.holdout === true && { holdout: true }),
    ...(decision !== undefined && { decision }),
    ...(flight.holdout !== true && { factors: factorsIn(flight) }),
    ...(main !== undefined && { main }),
    ...(guards.length > 0 && { guards }),
    ...(margins !== undefined && { margins }),
    ...(worth !== undefined && { worth }),
    ...(plannedUnits !== undefined && { plannedUnits }),
    ...(judge !== undefined && judge.method !== 'always-valid' && { judge }),
    ...(conditions !== undefined && { conditions }),
    ...(among !== undefined && conditions === undefined && { among }),
    ...(share > 0 && { share }),
    ...(unit !== 'person' && { unit }),
    ...(layer !== undefined && { layer }),
    ...(counts === 'exposed' && { counts }),
  }
}

function factorsIn({ arms, factors }: FlightDocument): readonly Factor[] {
  if (factors === undefined) {
    const least = Math.min(...arms.map(({ share }) => share))
    const weightOf = (share: number) => Number((share / least).toFixed(3))
    return [
      {
        name: 'change',
        arms: arms.map(({ share, levels: _, ...arm }) => ({
          ...arm,
          ...(weightOf(share) !== 1 && { weight: weightOf(share) }),
        })),
      },
    ]
  }
  return factors.map((factor) => ({ name: factor, arms: levelsOf(arms, factors, factor) }))
}

/** The levels of a factor, each with what it changes by itself: as the arm that has the first level of every other factor. */
function levelsOf(arms: FlightDocument['arms'], factors: readonly string[], factor: string) {
  const first = arms[0]?.levels ?? {}
  return arms.flatMap(({ levels = {}, name: _, share: __, ...change }) => {
    const isPlain = factors.every((one) => one === factor || levels[one] === first[one])
    return isPlain ? [{ name: levels[factor] ?? '', ...change }] : []
  })
}
