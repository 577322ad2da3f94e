import { inUnit, type SaysUnit, sayCount, sayInterval } from '../measure/say-number.ts'
import { short } from '../measure/short.ts'
import type { Target } from '../spec/api.ts'
import type { Alternative, GoalValue, Knee, ValueReport } from '../spec/simulated-comparison.ts'

/** A report on the value of accuracy in words, one line each. */
export function sayValue({ system, seeds, today, goals }: ValueReport): readonly string[] {
  const now = today === null ? 'of unknown quality' : `of quality ${short(today)}`
  return [
    `${system}: today's model is ${now} (area under the curve); ${sayCount(seeds.length, 'seed')}.`,
    ...goals.flatMap((goal) => [
      `${goal.layer}: ${goal.name}: ${sayVerdict(goal)}`,
      ...sayAlternatives(goal).map((line) => `  ${line}`),
    ]),
    ...caveats(goals),
  ]
}

/** What "perhaps" means. */
function caveats(goals: readonly GoalValue[]): readonly string[] {
  const looked = goals.flatMap(({ alternatives }) => alternatives).length
  const isUnsure = goals.some(
    (goal) => goal.alternatives.some((one) => isPerhaps(one)) || isPerhapsAnEffect(goal),
  )
  return isUnsure
    ? [
        `"Perhaps": its interval leaves out no difference, but of ${sayCount(goals.length, 'goal')} and ${sayCount(looked, 'alternative')} looked at some do so by chance. More seeds tell.`,
      ]
    : []
}

const leavesOutNone = (interval: readonly [number, number] | null): boolean =>
  interval !== null && (interval[0] > 0 || interval[1] < 0)

const isPerhaps = ({ verdict, interval }: Alternative): boolean =>
  verdict === 'no difference seen' && leavesOutNone(interval)

const isPerhapsAnEffect = ({ verdict, slopeInterval }: GoalValue): boolean =>
  verdict === 'no effect' && leavesOutNone(slopeInterval)

function sayVerdict(goal: GoalValue): string {
  const { verdict, knee, slope, slopeInterval, points, unit } = goal
  const { change, changeUnit } = inUnit(unit)
  const range = `between ${short(points[0]?.quality ?? 0)} and ${short(points.at(-1)?.quality ?? 0)}`
  const rate =
    slope === null
      ? ''
      : `, ${change(slope)}${changeUnit} by 0.01 of quality${slopeInterval === null ? '' : ` (interval ${sayInterval(slopeInterval, change)})`}`
  switch (verdict) {
    case 'knee':
      return knee === undefined ? verdict : sayKnee(knee, inUnit(unit))
    case 'still rising':
      return `better predictions still help ${range}${rate}`
    case 'worse':
      return `better predictions make it worse ${range}${rate}`
    case 'no effect':
      if (isPerhapsAnEffect(goal))
        return `better predictions perhaps ${(slope ?? 0) > 0 ? 'help' : 'make it worse'} ${range}${rate}`
      return `no effect of better predictions seen ${range}${rate}`
    case 'cannot say':
      return 'cannot say: fewer than four qualities, or too few runs'
  }
}

function sayKnee(
  { at, interval, before, after, afterInterval, today }: Knee,
  { value, change, changeUnit }: SaysUnit,
): string {
  const beyond = after === 0 ? 'and nothing beyond it' : `and ${change(after)} beyond it`
  const place = {
    beyond: "Today's model is beyond it: better predictions buy nothing.",
    before: "Today's model is before it: better predictions help up to there.",
    near: "Today's model is about there.",
    unknown: '',
  }
  return `knee at ${short(at)} (interval ${sayInterval(interval)}): a gain of ${value(before)}${changeUnit} by 0.01 of quality before ${beyond} (interval ${sayInterval(afterInterval, change)}). ${place[today]}`.trimEnd()
}

/** What would change the goal, and in one line what would not. */
function sayAlternatives({ alternatives, unit, target }: GoalValue): readonly string[] {
  const named = (verdict: Alternative['verdict']) =>
    alternatives.filter((one) => one.verdict === verdict && !isPerhaps(one)).map(nameOf)
  const rest = (['no difference seen', 'cannot say'] as const).flatMap((verdict) => {
    const names = named(verdict)
    return names.length === 0 ? [] : [`${verdict}: ${names.join(', ')}`]
  })
  const told = alternatives.filter(
    (one) => one.verdict === 'better' || one.verdict === 'worse' || isPerhaps(one),
  )
  return [...told.map((one) => sayAlternative(one, target, inUnit(unit))), ...rest]
}

function sayAlternative(one: Alternative, target: Target, { change, changeUnit }: SaysUnit): string {
  const { difference, interval } = one
  const verdict = isPerhaps(one) ? `perhaps ${directionOf(one, target)}` : one.verdict
  if (difference === null) return `${nameOf(one)}: ${verdict}`
  const around = interval === null ? '' : `, interval ${sayInterval(interval, change)}`
  return `${nameOf(one)}: ${verdict}, ${change(difference)}${changeUnit}${around}`
}

/** Towards its target or away from it, which the difference does not tell where there are two ends. */
function directionOf({ difference }: Alternative, target: Target): string {
  if ('between' in target) return 'different'
  return (difference ?? 0) > 0 === 'atLeast' in target ? 'better' : 'worse'
}

const nameOf = ({ kind, name }: Alternative): string =>
  kind === 'version' ? `version "${name}"` : `a model of ${name}`
