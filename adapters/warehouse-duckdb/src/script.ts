import type { WarehouseAsked } from 'holon'
import { compile } from './compile.ts'
import { compileArms } from './compile-arms.ts'
import { shownValue } from './shown.ts'

/**
 * The statements that answer a question as a script that DuckDB runs on the file of the warehouse, with the number that
 * people are shown beside the statistics.
 */
export function scriptOf(asked: WarehouseAsked): string {
  return statementsOf(asked)
    .map((one) => `${laidOut(one)};\n`)
    .join('\n')
}

function statementsOf(asked: WarehouseAsked): readonly string[] {
  if ('answer' in asked) {
    const { measure } = asked.answer
    return [`SELECT *, ${shownValue(measure)} AS value FROM (${compile(asked.answer).sql})`]
  }
  const { prepare, shown } = compileArms(asked.arms)
  return [...prepare, ...shown, 'DROP TABLE cells', 'DROP TABLE parts']
}

const clauses = /'(?:[^']|'')*'|(?<!LEFT) (?=(?:FROM|WHERE|LEFT JOIN|JOIN|GROUP BY|UNION ALL) )/g

/** With a line for each clause; texts stay as they are. */
const laidOut = (sql: string): string => sql.replace(clauses, (found) => (found === ' ' ? '\n' : found))
