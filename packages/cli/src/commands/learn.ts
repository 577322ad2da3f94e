import { styleText } from 'node:util'
import type { LearnedDocument } from 'holon'
import { amount } from '../terminal/amount.ts'
import { table } from '../terminal/table.ts'
import { type AddCommand, answer, asJson } from './command.ts'

interface Options {
  readonly variant?: string
  readonly dry?: boolean
  readonly json?: boolean
}

/** `holon learn SYSTEM DECISION`: lets its bandit learn from the log, and puts what it learned to work. */
export const learn: AddCommand = (program) => {
  program
    .command('learn')
    .description('let the policy of a decision learn from the log')
    .argument('<system>', 'name of a system')
    .argument('<decision>', 'one of its decisions, whose policy is a bandit')
    .option('--variant <name>', 'the policy of a variant instead of the declared one')
    .option('--dry', 'only tell what would be learned')
    .option(...asJson)
    .action(async (system: string, decision: string, { json, ...request }: Options) => {
      const { reachSystems } = await import('../data/reach.ts')
      const document = await reachSystems((systems) => systems.learn(system, decision, request))
      const what = request.dry === true ? 'Would learn as' : 'Learned as'
      answer(json, document, () => `${what} ${tellLearned(document)}`)
    })
}

/** A version in words and a table of what each experience is expected to earn. */
export function tellLearned(document: LearnedDocument): string {
  const { version, rows, reward, until, left, experiences, sha256 } = document
  const { waiting, missing, other, degraded } = left
  const out = [
    ...(waiting > 0 ? [`${waiting} wait for it`] : []),
    ...(missing > 0 ? [`for ${missing} it never came`] : []),
    ...(other > 0 ? [`${other} outside of the goal`] : []),
    ...(degraded > 0 ? [`in ${degraded} no policy chose`] : []),
  ]
  const head = `version ${version} (${sha256.slice(0, 12)}) from ${rows} decisions until ${new Date(until).toISOString()}${out.length === 0 ? '' : `; left out: ${out.join(', ')}`}`
  const columns = Object.keys(experiences[0]?.slopes ?? {})
  const lines = table([
    ['experience', 'decisions', `expected ${reward}`, ...columns],
    ...experiences.map(({ experience, rows: seen, expected, slopes }) => [
      ...[styleText('bold', experience), `${seen}`, amount(expected)],
      ...columns.map((name) => `${(slopes[name] ?? 0) < 0 ? '' : '+'}${amount(slopes[name] ?? 0)}`),
    ]),
  ])
  return `${head}\n\n${lines}`
}
