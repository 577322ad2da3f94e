import { styleText } from 'node:util'
import type {
  FairnessDocument,
  FairnessEstimate,
  FairnessGroup,
  FairnessGrouping,
  FairnessNumber,
  FairnessReport,
  FairnessStanding,
} from 'holon'
import { table } from '../terminal/table.ts'
import { type AddCommand, answer, asJson } from './command.ts'

/** `holon fairness SYSTEM [DECISION]`: how groups fare. Exit code 1 when a definition that is looked at is broken. */
export const fairness: AddCommand = (program, done) => {
  program
    .command('fairness')
    .description('compare how groups of people fare, after everything that decides about them')
    .argument('<system>', 'name of a system')
    .argument('[decision]', 'one of its decisions; default: all with a fairness declaration')
    .option(...asJson)
    .action(async (system: string, decision: string | undefined, { json }: { json?: boolean }) => {
      const { reachSystems } = await import('../data/reach.ts')
      const documents = await reachSystems((systems) => systems.fairness(system, decision))
      answer(json, documents, () => tell(system, documents))
      const standings = documents.flatMap(({ reports }) =>
        reports.flatMap(({ groupings }) => groupings.flatMap((one) => one.standings)),
      )
      done(standings.some(({ status }) => status === 'broken') ? 1 : 0)
    })
}

function tell(system: string, documents: readonly FairnessDocument[]): string {
  const reports = documents.flatMap(({ decision, reports }) =>
    reports.map((report) => tellReport(decision, report)),
  )
  return reports.length === 0
    ? `${system}: no fairness declaration says what to look at.`
    : reports.join('\n\n')
}

function tellReport(decision: string, { name, why, groupings, notices, minimum }: FairnessReport): string {
  return [
    `${styleText('bold', name)} (${decision}): ${why}`,
    ...groupings.map((one) => tellGrouping(one, minimum)),
    ...(notices.length === 0 ? [] : [notices.map((one) => `! ${one}`).join('\n')]),
  ].join('\n\n')
}

function tellGrouping(grouping: FairnessGrouping, minimum: number): string {
  const { by, groups, standings, incompatible, reversals } = grouping
  const title = `By ${by.join(' and ')}`
  if (groups.length === 0) return `${title}: nothing was decided yet.`
  return [
    `${title}\n${tellGroups(groups, minimum)}`,
    ...(standings.length === 0 ? [] : [standings.map(tellStanding).join('\n')]),
    ...reversals.map(({ words }) => styleText('yellow', words)),
    ...(incompatible === null ? [] : [incompatible]),
  ].join('\n\n')
}

const headings: Readonly<Partial<Record<FairnessNumber, string>>> = {
  benefit: 'treated well',
  deserved: 'deserving',
  recall: 'of the deserving',
  falsePositive: 'of the others',
  waits: 'waits',
}

function tellGroups(groups: readonly FairnessGroup[], minimum: number): string {
  const shown = (Object.keys(headings) as FairnessNumber[]).filter((number) =>
    groups.some(({ numbers }) => numbers[number] !== undefined),
  )
  const rows = groups.map(({ is, n, tooSmall, numbers }) => [
    is.join(' · '),
    `${n}`,
    ...(tooSmall
      ? [`too small: fewer than ${minimum}`]
      : shown.map((number) => cell(numbers[number], number === 'waits'))),
  ])
  return table([['group', 'n', ...shown.map((number) => headings[number] ?? number)], ...rows], {
    right: [1],
  })
}

function cell(estimate: FairnessEstimate | undefined, plain: boolean): string {
  if (estimate === undefined) return ''
  const { value, interval, n } = estimate
  if (value === null) return `too few: ${n}`
  const told = (one: number): string => (plain ? one.toPrecision(3) : `${(100 * one).toFixed(1)} %`)
  return interval === null ? told(value) : `${told(value)} (${told(interval[0])} to ${told(interval[1])})`
}

const colours = { holds: 'green', broken: 'red', inconclusive: 'yellow' } as const

const tellStanding = ({ definition, status, because }: FairnessStanding): string =>
  `${styleText(colours[status], status.padEnd(12))}  ${definition}: ${because}`
