import { inUnit, sayCount, sayInterval } from '../measure/say-number.ts'
import { short } from '../measure/short.ts'
import type { ComparedGoal, ComparedLayer, SimulatedComparison } from '../spec/simulated-comparison.ts'

/** A comparison in words, one line each. */
export function sayComparison(comparison: SimulatedComparison): readonly string[] {
  const { system, before, after, seeds, goals } = comparison
  return [
    `${system}: "${after}" against "${before}", same people in the same mood, ${sayCount(seeds.length, 'seed')}.`,
    ...comparison.layers.flatMap((layer) => [
      `${layer.layer}: ${inLayer(layer)}`,
      ...goals.filter((goal) => goal.layer === layer.layer).map((goal) => `  ${sayGoal(goal)}`),
    ]),
    ...caveats(comparison),
  ]
}

function inLayer({ verdict, better, worse, goals }: ComparedLayer): string {
  const said = {
    better: `better (${better} of ${sayCount(goals, 'goal')})`,
    worse: `worse (${worse} of ${sayCount(goals, 'goal')})`,
    mixed: `mixed: ${better} better and ${worse} worse of ${sayCount(goals, 'goal')}`,
    'no difference seen': 'no difference seen',
    'cannot say': 'cannot say',
  }
  return said[verdict]
}

function sayGoal({
  name,
  unit,
  before,
  after,
  difference,
  interval,
  verdict,
  of,
  pValue,
}: ComparedGoal): string {
  if (difference === null || before === null || after === null)
    return `${name}: cannot say, no value in both versions`
  const kind = of === 'truth' ? 'truly ' : ''
  const said = inUnit(unit)
  const values = `${kind}${said.value(before)} -> ${said.value(after)}${said.unit}`
  if (interval === null || pValue === null) return `${name}: cannot say, ${values} in too few runs`
  if (difference === 0 && interval[0] === 0 && interval[1] === 0)
    return `${name}: no difference at all, ${values}`
  const change = `${said.change(difference)}, interval ${sayInterval(interval, said.change)}, p ${sayP(pValue)}`
  return `${name}: ${verdict}, ${values} (${change})`
}

const sayP = (pValue: number): string => (pValue < 0.001 ? 'below 0.001' : short(pValue))

function caveats({ goals, seeds }: SimulatedComparison): readonly string[] {
  const tested = goals.filter((goal) => goal.pValue !== null).length
  return [
    ...(tested > 1
      ? [`p is corrected for looking at ${tested} goals; each interval is 95 % for its goal alone.`]
      : []),
    ...(seeds.length === 1
      ? [
          'One run each: intervals are from its stretches of time and hold for this one world. Run more seeds to hear about worlds like it.',
        ]
      : []),
  ]
}
