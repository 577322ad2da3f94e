import type { FairnessDeclaration, FairnessNumber } from '../../spec/fairness.ts'
import type { Expression, Measure } from '../../spec/measure.ts'

/** What is measured of every group: the numbers that the declaration allows. */
export type FairnessMeasures = Readonly<Partial<Record<FairnessNumber, Measure>>>

/** The measures of a declaration. */
export function measuresOf(declaration: FairnessDeclaration): FairnessMeasures {
  const { benefit, deserved, waits, decision, among, per } = declaration
  const rate = (of: Expression, also?: Expression): Measure => ({
    ...{ op: 'rate', of, decision, per },
    ...within(among, also),
  })
  return {
    benefit: rate(benefit),
    ...(deserved !== undefined && {
      known: rate({ op: 'known', of: deserved }),
      deserved: rate(deserved),
      recall: rate(benefit, deserved),
      falsePositive: rate(benefit, not(deserved)),
      precision: rate(deserved, benefit),
      omission: rate(deserved, not(benefit)),
    }),
    ...calibrationOf(declaration),
    ...(waits !== undefined && { waits: { op: 'mean', of: waits, decision, per, ...within(among) } }),
  }
}

/** How many observations there are. */
export const sizeOf = ({ decision, among, per }: FairnessDeclaration): Measure => ({
  ...{ op: 'count', decision, per },
  ...within(among),
})

/** How often an experience was met. */
export const metOf = ({ decision, among, per }: FairnessDeclaration, experience: string): Measure => ({
  ...{ op: 'rate', decision, per, ...within(among) },
  of: { op: 'compare', by: 'eq', left: { op: 'experience' }, right: { op: 'literal', value: experience } },
})

function calibrationOf({ score, deserved, decision, among, per }: FairnessDeclaration): FairnessMeasures {
  if (score === undefined || deserved === undefined) return {}
  const right: Expression = { op: 'number', of: deserved }
  const rows = { decision, ...within(among) }
  return {
    overstated: {
      ...{ op: 'mean', of: { op: 'arithmetic', by: 'subtract', left: score, right }, per },
      ...rows,
    },
    miscalibrated: { op: 'calibrationError', score, label: deserved, bins: 10, per: 'decision', ...rows },
  }
}

const not = (of: Expression): Expression => ({ op: 'not', of })

function within(...conditions: readonly (Expression | undefined)[]): { readonly among?: Expression } {
  const given = conditions.filter((one) => one !== undefined)
  return given.length === 0 ? {} : { among: { op: 'and', of: given } }
}
