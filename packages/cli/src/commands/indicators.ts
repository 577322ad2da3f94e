import { styleText } from 'node:util'
import type { IndicatorEffect, IndicatorStanding, IndicatorsDocument } from 'holon'
import { table } from '../terminal/table.ts'
import { type AddCommand, answer, asJson } from './command.ts'
import { flightIn } from './flight.ts'

interface Options {
  readonly worlds?: number
  readonly flight: readonly string[]
  readonly people?: number
  readonly days?: number
  readonly seed: number
  readonly json?: boolean
}

/** `holon indicators SYSTEM`: how well leading indicators told of their goals. Exit code 1 when one has been misleading. */
export const indicators: AddCommand = (program, done) => {
  program
    .command('indicators')
    .description('show how well leading indicators told of the goals they support, over all ended flights')
    .argument('<system>', 'name of a system')
    .option('--worlds <n>', 'instead: fly every declared variant in so many simulated worlds', Number)
    .option('--flight <file...>', 'with --worlds: fly what these JSON files say', [])
    .option('--people <n>', 'with --worlds: how many; default as the world says', Number)
    .option('--days <n>', 'with --worlds: how long; default as the world says', Number)
    .option('--seed <n>', 'with --worlds: of the first', Number, 1)
    .option(...asJson)
    .action(async (system: string, options: Options) => {
      const report = options.worlds === undefined ? await flown(system) : await rehearsed(system, options)
      answer(options.json, report, () => tell(report, options.worlds))
      done(report.pairs.some(({ verdict }) => verdict === 'misleading') ? 1 : 0)
    })
}

async function flown(system: string): Promise<IndicatorsDocument> {
  const { reachSystems } = await import('../data/reach.ts')
  return reachSystems((systems) => systems.indicators(system))
}

async function rehearsed(system: string, options: Options): Promise<IndicatorsDocument> {
  const { indicatorsInWorlds } = await import('../simulating/indicators.ts')
  const flights = await Promise.all(options.flight.map(flightIn))
  const { worlds = 1, people, days, seed } = options
  return indicatorsInWorlds(system, {
    ...{ worlds, seed },
    ...(flights.length > 0 && { flights }),
    ...(people !== undefined && { people }),
    ...(days !== undefined && { days }),
  })
}

function tell({ system, pairs }: IndicatorsDocument, worlds: number | undefined): string {
  const source = worlds === undefined ? 'flights that have ended' : `${worlds} simulated worlds a flight`
  if (pairs.length === 0) return `${system}: no goal of the layer "leading" supports another.`
  return [`${system}: ${source}`, ...pairs.map(tellPair)].join('\n\n')
}

const colours = { predicts: 'green', misleading: 'red', unknown: 'yellow' } as const

function tellPair({ indicator, goal, expected, verdict, words, effects }: IndicatorStanding): string {
  return [
    `${styleText(colours[verdict], verdict)}  ${indicator} ${styleText('dim', expected)} ${goal}`,
    `  ${words}`,
    ...(effects.length === 0 ? [] : [table(effects.map(rowOf))]),
  ].join('\n')
}

const rowOf = ({ flight, arm, indicator, goal }: IndicatorEffect): string[] => [
  `  ${flight}`,
  arm,
  shared(indicator),
  shared(goal),
]

const shared = ({ estimate, deviation }: IndicatorEffect['goal']): string =>
  `${estimate > 0 ? '+' : ''}${(100 * estimate).toFixed(1)} % ± ${(100 * deviation).toFixed(1)}`
