import { inUnit, sayCount, sayInterval } from '../measure/say-number.ts'
import { short } from '../measure/short.ts'
import type { GoalCoverage, SimulatedCoverage } from '../spec/simulated-comparison.ts'

/** Coverage in words, one line each. */
export function sayCoverage({ system, runs, stated, goals }: SimulatedCoverage): readonly string[] {
  return [
    `${system}: ${sayCount(runs, 'run')}; ${percent(stated)} of the intervals should hold the truth.`,
    ...goals.map((goal) => `${goal.layer}: ${goal.name}: ${sayGoal(goal)}`),
  ]
}

function sayGoal(goal: GoalCoverage): string {
  const { verdict, because, early, unit } = goal
  const held = sayHeld(goal, unit)
  const expected = early === undefined ? '' : sayHeld(early, unit)
  return [
    held === '' ? 'cannot say, no run has an interval and a truth' : `${verdict}: ${held}`,
    ...(because === '' ? [] : [because.replace(/\.$/, '')]),
    ...(expected === '' ? [] : [`Of what was expected of those who wait, ${expected}`]),
  ].join('. ')
}

type Held = NonNullable<GoalCoverage['early']>

/** How many intervals held what is true, and how far values are off; empty where nobody can say. */
function sayHeld({ runs, covered, share, interval, bias, biasInterval }: Held, unit: string): string {
  if (share === null || interval === null || bias === null) return ''
  const held = `${covered} of ${runs} hold it (${percent(share)}, interval ${sayInterval(interval, percent)})`
  const { change, changeUnit } = inUnit(unit)
  const around = biasInterval === null ? '' : `, interval ${sayInterval(biasInterval, change)}`
  return `${held}; measured is off by ${change(bias)}${changeUnit} on average${around}`
}

const percent = (share: number): string => `${short(100 * share)} %`
