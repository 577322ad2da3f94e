import type { DecisionPart } from '../decision.ts'
import type { Rule } from './rule.ts'

const needs: readonly {
  readonly lacks: (decision: DecisionPart) => boolean
  readonly problem: string
  readonly fix: string
}[] = [
  {
    lacks: (decision) => decision.feedbackParts.length === 0,
    problem: 'It has no feedback: nobody will ever know whether it was right.',
    fix: 'Declare in `feedback` what a person may say and what the world will show.',
  },
  {
    lacks: (decision) => decision.mistakes.length === 0,
    problem: 'It has no mistakes table: every model is wrong sometimes, and nothing is planned for it.',
    fix: 'Declare in `mistakes` each way to be wrong, who is harmed, how it is noticed and what limits it.',
  },
]

/** A decision needs feedback and a plan for mistakes. */
export const decisionIncomplete: Rule = {
  name: 'decision-incomplete',
  severity: 'error',
  find: (system) =>
    system.decisions.flatMap((decision) =>
      needs
        .filter((need) => need.lacks(decision))
        .map(({ problem, fix }) => ({ where: `decision "${decision.name}"`, problem, fix })),
    ),
}
