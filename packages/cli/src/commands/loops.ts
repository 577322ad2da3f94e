import { styleText } from 'node:util'
import type { Duration, LabelStanding, LoopOptions, LoopStanding, LoopsDocument } from 'holon'
import { type AddCommand, answer, asJson } from './command.ts'

interface Options {
  readonly unit?: string
  readonly delay?: Duration
  readonly json?: boolean
}

/** `holon loops SYSTEM`: loops through the world, as declared and as found. Exit code 1 when one is found. */
export const loops: AddCommand = (program, done) => {
  program
    .command('loops')
    .description('show how what a system does comes back to it: declared loops, and what the log shows')
    .argument('<system>', 'name of a system')
    .option('--unit <field>', 'a public context field to compare with itself, where no loop says one')
    .option('--delay <time>', 'look after this delay only, for example "1 day"')
    .option(...asJson)
    .action(async (system: string, { unit, delay, json }: Options) => {
      const options: LoopOptions = {
        ...(unit !== undefined && { unit }),
        ...(delay !== undefined && { delays: [delay] }),
      }
      const { reachSystems } = await import('../data/reach.ts')
      const report = await reachSystems((systems) => systems.loops(system, options))
      answer(json, report, () => tell(system, report))
      done(report.loops.some(({ status }) => status === 'found') ? 1 : 0)
    })
}

function tell(system: string, { loops, elsewhere, labels, falseAlarms }: LoopsDocument): string {
  const rate = `${100 * falseAlarms} %`
  return [
    `${system}: ${loops.length === 0 ? 'no loop is declared, and none was found' : `${loops.length} ${loops.length === 1 ? 'loop' : 'loops'}`}; at most ${rate} of systems without one ever see an alarm`,
    ...loops.map(tellLoop),
    ...(elsewhere.length === 0 ? [] : [`Watched as well, and not found: ${elsewhere.length}`]),
    ...labels.filter(({ decisions }) => decisions > 0).map(tellLabel),
  ].join('\n\n')
}

const colours = { found: 'red', 'not-found': 'green', inconclusive: 'yellow' } as const

function tellLoop({ name, declared, watchedBy, status, because, breaks, sightings }: LoopStanding): string {
  const since = sightings.flatMap(({ alarmAt }) => alarmAt ?? [])
  const notes = [
    declared ? 'declared' : 'not declared',
    watchedBy === undefined ? 'no goal watches it' : `watched by ${watchedBy}`,
    ...(since.length === 0 ? [] : [`since ${new Date(Math.min(...since)).toISOString().slice(0, 10)}`]),
  ]
  return [
    `${styleText(colours[status], status)}  ${name} (${notes.join(', ')})`,
    `  ${because}`,
    ...breaks.map((one) => `  ${styleText('dim', 'breaks it:')} ${one}`),
  ].join('\n')
}

function tellLabel({ decision, feedback, decisions, labelled, naive, whole }: LabelStanding): string {
  const title = `${feedback} of ${decision}: came back for ${labelled} of ${decisions}`
  const seen = naive === null ? '' : `  of these ${percent(naive.value)}`
  const all =
    whole.kind === 'estimate'
      ? `  of all ${percent(whole.value)} (${percent(whole.interval[0])} to ${percent(whole.interval[1])}), worth ${Math.round(whole.effectiveSampleSize)} drawn at random`
      : `  of all anything from ${percent(whole.lowest)} to ${percent(whole.highest)}, assuming ${whole.assuming}: ${whole.because}`
  return [title, ...(seen === '' ? [] : [seen]), all].join('\n')
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`
