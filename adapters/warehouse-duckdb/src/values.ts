import type { Measure } from 'holon'
import { finiteOf, truthAsNumber, truthOf } from './expression.ts'
import type { Joining } from './joins.ts'

/** What a row contributes to a measure: `x`, and `y` where it is about pairs. NULL where the row has none. */
export interface Values {
  readonly x: string
  readonly y?: string
}

/** The values of a measure, as SQL over a row. */
export function valuesOf(measure: Measure, read: Joining['read']): Values {
  switch (measure.op) {
    case 'count':
      return { x: '1' }
    case 'rate':
      return { x: truthAsNumber(read(measure.of)) }
    case 'mean':
    case 'sum':
    case 'quantile':
      return { x: finiteOf(read(measure.of)) }
    case 'ratio':
      return { x: finiteOf(read(measure.of)), y: finiteOf(read(measure.over)) }
    case 'auc':
    case 'calibrationError':
      return { x: finiteOf(read(measure.score)), y: truthOf(read(measure.label)) }
  }
}

/** Columns with their names, as SQL. */
export function named(columns: Readonly<Record<string, string>>): string {
  return Object.entries(columns)
    .map(([name, sql]) => `${sql} AS ${name}`)
    .join(', ')
}
