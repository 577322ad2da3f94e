import { styleText } from 'node:util'
import { HolonError } from 'holon'
import type { VerifyReport } from 'holon/verify'
import { findProduct, findProducts } from '../products/find.ts'
import { table } from '../terminal/table.ts'
import { thousands } from '../terminal/units.ts'
import { type Attacked, attack } from '../verifying/attack.ts'
import { attackAll } from '../verifying/attack-all.ts'
import { type AddCommand, answer, asJson } from './command.ts'

interface Options {
  readonly all?: boolean
  readonly steps: number
  readonly seed: number
  readonly without?: string
  readonly json?: boolean
}

/**
 * `holon verify SYSTEM`: attacks a system. Exit code 1 when an invariant is broken or a guardrail does nothing; with
 * `--without` one of the two is always found.
 */
export const verify: AddCommand = (program, done) => {
  program
    .command('verify')
    .description('attack a system: what must hold, whatever its models say')
    .argument('[system]', 'name of a system, or path of a product')
    .option('--all', 'every system there is')
    .option('--steps <n>', 'steps to take at least, each a request, a tick or a mishap', count, 10_000)
    .option('--seed <n>', 'the same seed gives the same result', wholeNumber, 1)
    .option('--without <guardrail>', 'leave a guardrail out, and find what breaks then')
    .option(...asJson)
    .action(async (name: string | undefined, options: Options) => {
      const reports = await reportsOf(name, options)
      answer(options.json, options.all === true ? reports : reports[0], () => reports.map(tell).join('\n\n'))
      done(reports.every(isFine) ? 0 : 1)
    })
}

async function reportsOf(name: string | undefined, options: Options): Promise<readonly VerifyReport[]> {
  const { all, steps, seed, without } = options
  if ((name === undefined) !== (all === true) || (all === true && without !== undefined)) {
    throw new HolonError(
      'input-invalid',
      'It is not clear what to attack.',
      'Name one system, and a guardrail to leave out if you like; or give --all.',
    )
  }
  if (name === undefined) {
    const { length } = await findProducts([])
    return (await attackAll(length, { steps, seed, onEnd: tellTime })).map(({ report }) => report)
  }
  const product = await findProduct(name)
  const attacked = await attack(product, {
    ...{ steps, seed, ...(without !== undefined && { without: [without] }) },
    onProgress: progress(product.system.name, steps),
  })
  tellTime(attacked)
  return [attacked.report]
}

function tellTime({ report: { system, steps }, seconds }: Attacked): void {
  process.stderr.write(`${system}: ${thousands(steps)} steps in ${seconds.toFixed(1)} s\n`)
}

/** Every tenth of the way, where somebody watches. */
function progress(system: string, steps: number): (done: number) => void {
  let tenths = 0
  return (done) => {
    if (!process.stderr.isTTY || (10 * done) / steps < tenths + 1) return
    tenths = Math.floor((10 * done) / steps)
    process.stderr.write(styleText('dim', `${system}: ${thousands(done)} steps\n`))
  }
}

const isFine = ({ violations, guardrailsWithoutEffect }: VerifyReport): boolean =>
  violations.length === 0 && guardrailsWithoutEffect.length === 0

function wholeNumber(text: string): number {
  const value = Number(text)
  if (Number.isSafeInteger(value) && text.trim() !== '') return value
  throw new HolonError('input-invalid', `"${text}" is not a whole number.`, 'Give a number such as 10000.')
}

function count(text: string): number {
  const value = wholeNumber(text)
  if (value > 0) return value
  throw new HolonError('input-invalid', `${value} steps lead nowhere.`, 'Give a number above 0.')
}

function tell(report: VerifyReport): string {
  const { system, steps, seed, without, invariants, violations, interventions } = report
  const title = `${system}: ${thousands(steps)} steps, seed ${seed}${without === undefined ? '' : `, without "${without.join('", "')}"`}`
  const broken = new Set(violations.map(({ invariant }) => invariant))
  const held = invariants.map(({ name, checked, margin }) => [
    broken.has(name)
      ? styleText('red', 'broken')
      : checked === 0
        ? styleText('yellow', 'unseen')
        : styleText('green', 'holds'),
    name,
    thousands(checked),
    margin === undefined ? '' : `closest ${Number(margin.toPrecision(4))}`,
  ])
  const saved = Object.entries(interventions).map(([name, times]) => ['', name, thousands(times), ''])
  return [
    title,
    table([...held, ['', '', '', ''], ['', styleText('dim', 'interventions'), '', ''], ...saved], {
      right: [2],
    }),
    ...violations.map(tellViolation),
    ...report.guardrailsWithoutEffect.map(
      (name) =>
        `${styleText('red', 'no effect')}  Without "${name}" nothing breaks: take it out, or state its promise as an invariant.`,
    ),
  ].join('\n\n')
}

const tellViolation = ({ invariant, because, steps, test }: VerifyReport['violations'][number]): string =>
  `${styleText('red', 'broken')}  ${invariant}: ${because}, after ${steps === 1 ? 'one step' : `${thousands(steps)} steps`}\n\n${test.trimEnd()}`
