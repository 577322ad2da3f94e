import { short } from '../measure/short.ts'
import type { Alternative, GoalValue, Knee, ValueReport } from '../spec/simulated-comparison.ts'
import { sayChange, sayCount, sayInterval } from './say-number.ts'

/** A report on the value of accuracy in words, one line each. */
export function sayValue({ system, seeds, today, goals }: ValueReport): readonly string[] {
  const now = today === null ? 'of unknown quality' : `of quality ${short(today)}`
  return [
    `${system}: today's model is ${now} (area under the curve); ${sayCount(seeds.length, 'seed')}.`,
    ...goals.flatMap((goal) => [
      `${goal.layer}: ${goal.name}: ${sayVerdict(goal)}`,
      ...goal.alternatives.map((one) => `  ${sayAlternative(one, goal.unit)}`),
    ]),
  ]
}

function sayVerdict(goal: GoalValue): string {
  const { verdict, knee, slope, slopeInterval, points } = goal
  const range = `between ${short(points[0]?.quality ?? 0)} and ${short(points.at(-1)?.quality ?? 0)}`
  const rate =
    slope === null
      ? ''
      : `, ${sayChange(slope)} by 0.01 of quality${slopeInterval === null ? '' : ` (interval ${sayInterval(slopeInterval, sayChange)})`}`
  switch (verdict) {
    case 'knee':
      return knee === undefined ? verdict : sayKnee(knee)
    case 'still rising':
      return `better predictions still help ${range}${rate}`
    case 'worse':
      return `better predictions make it worse ${range}${rate}`
    case 'no effect':
      return `no effect of better predictions seen ${range}${rate}`
    case 'cannot say':
      return 'cannot say: fewer than four qualities, or too few runs'
  }
}

function sayKnee({ at, interval, before, after, afterInterval, today }: Knee): string {
  const beyond = after === 0 ? 'and nothing beyond it' : `and ${sayChange(after)} beyond it`
  const place = {
    beyond: "Today's model is beyond it: better predictions buy nothing.",
    before: "Today's model is before it: better predictions help up to there.",
    near: "Today's model is about there.",
    unknown: '',
  }
  return `knee at ${short(at)} (interval ${sayInterval(interval)}): a gain of ${short(before)} by 0.01 of quality before ${beyond} (interval ${sayInterval(afterInterval, sayChange)}). ${place[today]}`.trimEnd()
}

function sayAlternative({ kind, name, difference, interval, verdict }: Alternative, unit: string): string {
  const what = kind === 'version' ? `version "${name}"` : `a model of ${name}`
  if (difference === null) return `${what}: cannot say`
  const amount = `${sayChange(difference)}${unit === '' ? '' : ` ${unit}`}`
  return `${what}: ${verdict}, ${amount}${interval === null ? '' : `, interval ${sayInterval(interval, sayChange)}`}`
}
