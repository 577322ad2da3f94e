import { styleText } from 'node:util'
import { type Finding, check as findingsOf } from 'holon'
import { findProducts } from '../products/find.ts'
import { table } from '../terminal/table.ts'
import { type AddCommand, answer, asJson } from './command.ts'

/** `holon check [systems...]`: what is missing in declarations. Exit code 1 when there is an error among the findings. */
export const check: AddCommand = (program, done) => {
  program
    .command('check')
    .description('look for what is missing in the declaration of systems')
    .argument('[systems...]', 'names of systems, or paths of products; default all')
    .option(...asJson)
    .action(async (names: string[], { json }: { json?: boolean }) => {
      const products = await findProducts(names)
      const results = products.map(({ system }) => ({ system: system.name, findings: findingsOf(system) }))
      answer(json, results, () => results.map(tell).join('\n\n'))
      const isWrong = results.some(({ findings }) => findings.some(({ severity }) => severity === 'error'))
      done(isWrong ? 1 : 0)
    })
}

function tell({ system, findings }: { system: string; findings: readonly Finding[] }): string {
  if (findings.length === 0) return `${styleText('green', 'ok')}  ${system}: nothing is missing`
  const rows = findings.flatMap(({ severity, where, problem, fix, rule }) => [
    [styleText(severity === 'error' ? 'red' : 'yellow', severity), `${where}: ${problem}`],
    ['', styleText('dim', `${fix} (${rule})`)],
  ])
  const errors = findings.filter(({ severity }) => severity === 'error').length
  return `${system}: ${count(errors, 'error')}, ${count(findings.length - errors, 'warning')}\n${table(rows)}`
}

function count(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`
}
