import { styleText } from 'node:util'
import {
  HolonError,
  type OffPolicyDocument,
  type OtherPolicy,
  type PolicyEvaluation,
  type PolicyValue,
} from 'holon'
import { amount } from '../terminal/amount.ts'
import { table } from '../terminal/table.ts'
import { type AddCommand, answer, asJson } from './command.ts'

interface Options {
  readonly policy?: readonly string[]
  readonly reward?: string
  readonly limit?: number
  readonly vw?: string
  readonly json?: boolean
}

/**
 * `holon offpolicy SYSTEM DECISION`: what other policies would have done, from the log; with `--vw`, from a file of Vowpal
 * Wabbit's. Exit code 1 when one is refused.
 */
export const offpolicy: AddCommand = (program, done) => {
  program
    .command('offpolicy')
    .description('say what other policies would have done, from what was logged')
    .argument('[system]', 'name of a system')
    .argument('[decision]', 'one of its decisions')
    .option(
      '--policy <which...>',
      'uniform, always:EXPERIENCE, variant:NAME, learned, learned:VARIANT, or utilities as JSON; default: uniform',
    )
    .option('--reward <name>', 'a goal about the decision (a rate or a mean), or one of its feedbacks')
    .option('--limit <decisions>', 'the latest so many', Number)
    .option('--vw <file>', 'evaluate JSON lines of Vowpal Wabbit instead; actions are named from 1')
    .option(...asJson)
    .action(async (system: string | undefined, decision: string | undefined, options: Options) => {
      const document =
        options.vw === undefined ? await ofLog(system, decision, options) : await ofFile(options.vw, options)
      answer(options.json, document, () => tell(document))
      done(document.policies.some(({ verdict }) => verdict === 'refused') ? 1 : 0)
    })
}

async function ofLog(
  system: string | undefined,
  decision: string | undefined,
  { policy = ['uniform'], reward, limit }: Options,
): Promise<OffPolicyDocument> {
  if (system === undefined || decision === undefined || reward === undefined)
    throw new HolonError('config-invalid', 'Something is missing.', 'Give a system, a decision and --reward.')
  const { reachSystems } = await import('../data/reach.ts')
  const request = { policies: policy.map(policyOf), reward, ...(limit !== undefined && { limit }) }
  return reachSystems((systems) => systems.offPolicy(system, decision, request))
}

async function ofFile(file: string, { policy = ['uniform'] }: Options): Promise<OffPolicyDocument> {
  const { evaluateFile } = await import('../data/vowpal-wabbit.ts')
  return evaluateFile(file, policy.map(policyOf))
}

function policyOf(text: string): OtherPolicy {
  if (text === 'uniform') return { uniform: true }
  if (text === 'learned') return { learned: true }
  const [kind, ...rest] = text.split(':')
  const name = rest.join(':')
  if (kind === 'always' && name !== '') return { always: name }
  if (kind === 'variant' && name !== '') return { variant: name }
  if (kind === 'learned' && name !== '') return { learned: true, variant: name }
  try {
    return { name: text, experiences: JSON.parse(text) }
  } catch {
    throw new HolonError(
      'config-invalid',
      `"${text}" is no policy.`,
      'Write uniform, always:EXPERIENCE, variant:NAME, learned, or utilities as JSON: {"siren":{"wrong":-3}}.',
    )
  }
}

function tell({ decision, reward, rows, units, left, logged, policies }: OffPolicyDocument): string {
  const { waiting, missing, erased, other } = left
  const out = [
    ...(waiting > 0 ? [`${waiting} wait for it`] : []),
    ...(missing > 0 ? [`for ${missing} it never came`] : []),
    ...(erased > 0 ? [`${erased} of people who were erased`] : []),
    ...(other > 0 ? [`${other} outside of the goal`] : []),
  ]
  const head = `${styleText('bold', reward)} of ${decision}: ${rows} decisions about ${units} people or alone${out.length === 0 ? '' : `; left out: ${out.join(', ')}`}`
  const lines = table([
    ['policy', 'value', '95 %', 'less logged', '95 %', 'worth', ''],
    ['logged', amount(logged.value, 4), span(logged), '', '', `${rows}`, ''],
    ...policies.map(row),
  ])
  const reasons = policies
    .filter(({ because }) => because.length > 0)
    .map(
      ({ name, verdict, because }) =>
        `${colour(verdict, `${name}: ${verdict}`)}\n${because.map((one) => `  ${one}`).join('\n')}`,
    )
  return [head, lines, ...reasons].join('\n\n')
}

const row = ({
  name,
  verdict,
  effectiveSampleSize,
  difference,
  ...value
}: PolicyEvaluation): readonly string[] => [
  ...[name, amount(value.value, 4), span(value), amount(difference.value, 4), span(difference)],
  `${Math.round(effectiveSampleSize)}`,
  colour(verdict, verdict),
]

const colours = { known: 'green', weak: 'yellow', refused: 'red' } as const
const colour = (verdict: PolicyEvaluation['verdict'], text: string): string =>
  styleText(colours[verdict], text)

const span = ({ interval }: PolicyValue): string =>
  interval === null ? '' : `${amount(interval[0], 4)} to ${amount(interval[1], 4)}`
