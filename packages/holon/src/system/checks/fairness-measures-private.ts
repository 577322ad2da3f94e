import type { Expression } from '../../spec/measure.ts'
import type { FairnessPart } from '../fairness.ts'
import { privatelyRead } from './privately-read.ts'
import type { Rule } from './rule.ts'

/** The warehouse never sees a person's fields, so nobody can be told apart by them. */
export const fairnessMeasuresPrivate: Rule = {
  name: 'fairness-measures-private',
  severity: 'error',
  find: (system) =>
    system.fairness.flatMap((fairness) => {
      const decision = system.decisions.find((one) => one.name === fairness.decision)
      if (decision === undefined) return []
      return privatelyRead(decision, expressions(fairness)).map((name) => ({
        where: `fairness "${fairness.name}"`,
        problem: `It reads "${name}", which is personal and never reaches the warehouse.`,
        fix: `Derive a coarse group and mark it with dataClass: 'public', or ask people for it as feedback.`,
      }))
    }),
}

function expressions(fairness: FairnessPart): readonly Expression[] {
  const { benefit, deserved, score, waits, among, groups, strata } = fairness
  const single = [benefit, deserved, score, waits, among].filter((one) => one !== undefined)
  return [...single, ...[...groups, ...strata].map((one) => one.of)]
}
