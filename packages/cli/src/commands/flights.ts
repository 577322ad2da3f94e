import { styleText } from 'node:util'
import type { FlightDocument, Judge } from 'holon'
import { table } from '../terminal/table.ts'
import { type AddCommand, answer, asJson } from './command.ts'

/** `holon flights SYSTEM`: the changes on their way to people, those that run first. */
export const flights: AddCommand = (program, done) => {
  program
    .command('flights')
    .description('list the flights of a system: changes on their way to people')
    .argument('<system>', 'name of a system')
    .option(...asJson)
    .action(async (system: string, { json }: { json?: boolean }) => {
      const { reachSystems } = await import('../data/reach.ts')
      const all = await reachSystems((systems) => systems.flights(system))
      answer(json, all, () => tell(system, all))
      done(0)
    })
}

const order = { running: 0, kept: 1, stopped: 2 } as const
const colours = { running: 'green', kept: 'cyan', stopped: 'dim' } as const

function tell(system: string, flights: readonly FlightDocument[]): string {
  if (flights.length === 0) return `${system}: no flight was ever started.`
  const sorted = [...flights].sort((a, b) => order[a.state] - order[b.state])
  return table(sorted.map((one) => rowOf(one)))
}

function rowOf({ name, state, share, decision, arms, layer, kept, steps }: FlightDocument): string[] {
  const since = new Date(steps[0]?.at ?? 0).toISOString().slice(0, 10)
  return [
    styleText(colours[state], state),
    name,
    percent(share),
    decision ?? 'everywhere',
    arms.map((one) => (one.name === kept ? styleText('bold', one.name) : one.name)).join(' | '),
    layer === undefined ? '' : `layer ${layer}`,
    `since ${since}`,
  ]
}

/** One flight in a few lines. */
export function tellFlight(flight: FlightDocument): string {
  const { name, about, state, share, arms, kept, steps, judge } = flight
  const last = steps.at(-1)
  return [
    `${styleText('bold', name)}: ${about}`,
    state === 'running'
      ? `  running, ${percent(share)} take part`
      : `  ${state}${kept === undefined ? '' : `: everybody gets ${kept}`}`,
    `  ${arms.map((arm) => `${arm.name} ${percent(arm.share)}`).join(', ')}`,
    ...(judge === undefined ? [] : [`  judged: ${judgeWords(judge)}`]),
    ...(last === undefined ? [] : [`  ${last.by}: ${last.reason}`]),
  ].join('\n')
}

/** How it is judged, shortly. */
function judgeWords(judge: Judge): string {
  switch (judge.method) {
    case 'always-valid':
      return 'however often one looks'
    case 'fixed':
      return `once, at ${judge.units} units`
    case 'group-sequential':
      return `at ${judge.looks} looks up to ${judge.units} units`
    case 'bayesian':
      return `by what to believe, under a prior of ± ${percent(judge.prior.deviation)}`
  }
}

const percent = (share: number): string => `${Math.round(share * 1000) / 10} %`
