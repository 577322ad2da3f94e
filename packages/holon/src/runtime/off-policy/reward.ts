import { evaluate } from '../../measure/evaluate.ts'
import type { Row } from '../../measure/join.ts'
import { inMilliseconds } from '../../spec/duration.ts'
import { HolonError } from '../../spec/error.ts'
import { expressionParts } from '../../spec/expression-parts.ts'
import type { Expression, Measure } from '../../spec/measure.ts'
import { unknownName } from '../../spec/unknown-name.ts'
import type { DecisionPart, FeedbackPart } from '../../system/decision.ts'
import type { System } from '../../system/system.ts'

/** What a decision earned. */
export interface Reward {
  /** A yes or no, or a number. */
  readonly op: 'rate' | 'mean'
  readonly of: Expression
  /** Only decisions for which this is true; it depends on nothing that was done. */
  readonly among?: Expression
  /** Milliseconds after the decision until it is settled. */
  readonly settles: number
  /** Lowest and highest, where they are known. */
  readonly range?: readonly [number, number]
}

/** The reward of a name: a goal about the decision, or one of its feedbacks. @throws HolonError `name-unknown`, `input-invalid` */
export function rewardNamed(system: System, decision: DecisionPart, name: string): Reward {
  const goals = system.goals.flatMap(({ name, measure }) =>
    measure?.decision === decision.name ? [{ name, measure }] : [],
  )
  const goal = goals.find((one) => one.name === name)
  if (goal !== undefined) return rewardOfGoal(decision, name, goal.measure)
  const feedback = decision.feedbackParts.find((one) => one.name === name)
  if (feedback !== undefined) return rewardOfFeedback(decision, feedback)
  throw unknownName(
    'goal or feedback',
    name,
    [...goals, ...decision.feedbackParts].map((one) => one.name),
  )
}

function rewardOfGoal(decision: DecisionPart, name: string, measure: Measure): Reward {
  if (measure.op !== 'rate' && measure.op !== 'mean')
    throw unfit(name, `it is a ${measure.op}, which no single decision has`)
  const { of, among } = measure
  if (among !== undefined && !isGiven(among))
    throw unfit(name, 'which decisions it counts depends on what was done')
  return {
    ...{ op: measure.op, of },
    ...(among !== undefined && { among }),
    settles: settling(decision, of),
    ...(measure.op === 'rate' || of.op === 'number' ? { range: [0, 1] as const } : rangeIn(decision, of)),
  }
}

function rewardOfFeedback(decision: DecisionPart, { name, dataClass, valueSchema }: FeedbackPart): Reward {
  const { type } = valueSchema
  if (dataClass !== 'public' || (type !== 'boolean' && type !== 'number' && type !== 'integer'))
    throw unfit(name, 'it is neither a public number nor a yes or no')
  const of = { op: 'feedback', name } as const
  const op = type === 'boolean' ? 'rate' : 'mean'
  return { op, of, settles: settling(decision, of), ...rangeIn(decision, of) }
}

/** Lowest and highest value of a feedback that says so. */
function rangeIn({ feedbackParts }: DecisionPart, of: Expression): Pick<Reward, 'range'> {
  const found = of.op === 'feedback' ? feedbackParts.find((one) => one.name === of.name) : undefined
  const { type, minimum, maximum } = found?.valueSchema ?? {}
  if (type === 'boolean') return { range: [0, 1] }
  const isWhole = found?.keep !== 'sum' && typeof minimum === 'number' && typeof maximum === 'number'
  return isWhole && minimum < maximum && Math.abs(maximum - minimum) < 1e9
    ? { range: [minimum, maximum] }
    : {}
}

/** The longest window of the feedbacks in it. */
function settling(decision: DecisionPart, of: Expression): number {
  const own = decision.feedbackParts.find((one) => of.op === 'feedback' && one.name === of.name)
  const window = own?.within === undefined ? 0 : inMilliseconds(own.within)
  return expressionParts(of).reduce((most, part) => Math.max(most, settling(decision, part)), window)
}

/** Whether an expression depends on nothing but what was known before. */
const isGiven = (of: Expression): boolean =>
  ![
    'experience',
    'wanted',
    'feedback',
    'delay',
    'exposed',
    'degraded',
    'guarded',
    'propensity',
    'latency',
    'cost',
    'asked',
  ].includes(of.op) && expressionParts(of).every(isGiven)

/** The reward of a decision; null where there is none. */
export function rewardOf({ of }: Reward, row: Row): number | null {
  const value = evaluate(of, row)
  if (typeof value === 'boolean') return Number(value)
  return typeof value === 'number' ? value : null
}

/** Whether a decision is one of those that count. */
export const isAmong = ({ among }: Reward, row: Row): boolean =>
  among === undefined || evaluate(among, row) === true

const unfit = (name: string, why: string): HolonError =>
  new HolonError(
    'input-invalid',
    `"${name}" cannot be the reward: ${why}.`,
    'Name a goal that is a rate or a mean over all decisions of the point, or one of its feedbacks.',
  )
