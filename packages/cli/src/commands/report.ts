import { type Duration, HolonError, type ScorecardDocument } from 'holon'
import type { Reached } from '../data/reach.ts'
import type { AddCommand } from './command.ts'

interface Wanted {
  readonly system?: string
  readonly before?: Duration
  readonly sinceMet?: Duration
  readonly slice?: readonly string[]
  readonly html?: boolean
  readonly json?: boolean
}

/** `holon report FLIGHT`: what a flight did, as a page, Markdown or JSON. Exit code 1 when it says to stop. */
export const report: AddCommand = (program, done) => {
  program
    .command('report')
    .description('tell what a flight did to every layer of goals, and what to do about it')
    .argument('<flight>', 'name of a flight')
    .option('--system <name>', 'its system, where several have a flight of that name')
    .option('--before <duration>', 'take out what so long before explains: "14 days"')
    .option('--since-met <duration>', 'compare stretches since the flight was met: "7 days"')
    .option('--slice <field...>', 'public context fields that split the main goal')
    .option('--markdown', 'answer with Markdown (the default)')
    .option('--html', 'answer with a page of its own')
    .option('--json', 'answer with JSON')
    .action(async (flight: string, wanted: Wanted) => {
      const { reachSystems } = await import('../data/reach.ts')
      const card = await reachSystems(async (systems) => {
        const system = wanted.system ?? (await systemWith(systems, flight))
        return systems.scorecard(system, flight, {
          ...(wanted.before !== undefined && { before: wanted.before }),
          ...(wanted.sinceMet !== undefined && { sinceMet: wanted.sinceMet }),
          ...(wanted.slice !== undefined && { slices: wanted.slice }),
        })
      })
      process.stdout.write(`${await written(card, wanted)}\n`)
      done(card.verdict.say === 'stop' ? 1 : 0)
    })
}

async function written(card: ScorecardDocument, { html, json }: Wanted): Promise<string> {
  if (json === true) return JSON.stringify(card, null, 2)
  const { scorecardMarkdown } = await import('../reporting/scorecard-markdown.ts')
  const markdown = scorecardMarkdown(card)
  if (html !== true) return markdown
  const { pageOf } = await import('../reporting/page.ts')
  return pageOf(`${card.flight.name}: ${card.verdict.say}`, markdown)
}

/** The only system that has the flight. @throws HolonError `name-unknown`, `input-invalid` */
async function systemWith(systems: Reached, flight: string): Promise<string> {
  const all = await systems.names()
  const found = await Promise.all(
    all.map(async (system) =>
      (await systems.flights(system)).some(({ name }) => name === flight) ? [system] : [],
    ),
  )
  const [first, second] = found.flat()
  if (first === undefined)
    throw new HolonError(
      'name-unknown',
      `No system has a flight "${flight}".`,
      '`holon flights SYSTEM` lists those of a system.',
    )
  if (second === undefined) return first
  throw new HolonError(
    'input-invalid',
    `Several systems have a flight "${flight}": ${found.flat().join(', ')}.`,
    'Say which by --system.',
  )
}
