import { short } from '../measure/short.ts'
import type { GoalCoverage, SimulatedCoverage } from '../spec/simulated-comparison.ts'
import { inUnit, sayCount, sayInterval } from './say-number.ts'

/** Coverage in words, one line each. */
export function sayCoverage({ system, runs, stated, goals }: SimulatedCoverage): readonly string[] {
  return [
    `${system}: ${sayCount(runs, 'run')}; ${percent(stated)} of the intervals should hold the truth.`,
    ...goals.map((goal) => `${goal.layer}: ${goal.name}: ${sayGoal(goal)}`),
  ]
}

function sayGoal({
  runs,
  covered,
  share,
  interval,
  bias,
  biasInterval,
  verdict,
  because,
  unit,
}: GoalCoverage): string {
  if (share === null || interval === null || bias === null)
    return 'cannot say, no run has an interval and a truth'
  const held = `${covered} of ${runs} hold it (${percent(share)}, interval ${sayInterval(interval, percent)})`
  const { change, changeUnit } = inUnit(unit)
  const around = biasInterval === null ? '' : `, interval ${sayInterval(biasInterval, change)}`
  const off = `measured is off by ${change(bias)}${changeUnit} on average${around}`
  return `${verdict}: ${held}; ${off}${because === '' ? '' : `. ${because}`}`
}

const percent = (share: number): string => `${short(100 * share)} %`
