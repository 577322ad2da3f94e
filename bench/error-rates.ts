import { parseArgs } from 'node:util'
import { type Check, heading, kept, lineOf, type Outcome, repeated } from './error-rates/check.ts'
import { coverage, varianceLeft } from './error-rates/coverage.ts'
import { drawsFrom } from './error-rates/draws.ts'
import { fixed } from './error-rates/fixed.ts'
import { sampleRatio } from './error-rates/sample-ratio.ts'
import { scorecardErrors } from './error-rates/scorecard.ts'
import { sequential } from './error-rates/sequential.ts'

/**
 * `node --conditions=source bench/error-rates.ts [--runs N] [--scorecards N] [--only PART]`: how often the statistics err
 * where their promise is known, in simulated experiments, and how often the scorecard of a running product does; ends with
 * exit code 1 where one breaks its promise. Every check has chance of its own by its name, so that one alone shows the same
 * as among all.
 */
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '10000' },
    scorecards: { type: 'string', default: '300' },
    only: { type: 'string', default: '' },
  },
})
const runs = Number(values.runs)

const groups: Readonly<Record<string, readonly Check[]>> = {
  'fixed test, no effect': fixed,
  'a look after every batch, no effect': sequential,
  'sample-ratio alarm, no mismatch': sampleRatio,
  '95 % intervals': coverage,
}

function say(outcome: Outcome): void {
  console.log(`  ${lineOf(outcome)}`)
  if (!kept(outcome)) process.exitCode = 1
}

const wanted = (name: string): boolean => name.includes(values.only)

console.log(`${runs.toLocaleString('en')} experiments each\n\n${heading}`)
for (const [group, checks] of Object.entries(groups)) {
  const asked = checks.filter(({ name }) => wanted(`${group}: ${name}`))
  if (asked.length > 0) console.log(`\n${group}`)
  for (const check of asked) say(repeated(check, runs, drawsFrom(check.name)))
}

const left = 'variance that CUPED leaves over, 500 + 500 people'
if (wanted(left)) console.log(`\n${left}`)
for (const rho of wanted(left) ? [0.3, 0.5, 0.7, 0.9] : []) {
  const draws = drawsFrom(`cuped ${rho}`)
  const found = Array.from({ length: Math.ceil(runs / 10) }, () => varianceLeft(draws, rho))
  const mean = found.reduce((sum, one) => sum + one, 0) / found.length
  console.log(`  correlation ${rho}: 1 - rho^2 is ${(1 - rho * rho).toFixed(4)}, left ${mean.toFixed(4)}`)
}

await scorecardErrors(
  Number(values.scorecards),
  (name, outcomes) => {
    console.log(`\n${name}, ${values.scorecards} flights`)
    for (const outcome of outcomes) say(outcome)
  },
  (name) => Number(values.scorecards) > 0 && wanted(`scorecard: ${name}`),
)
