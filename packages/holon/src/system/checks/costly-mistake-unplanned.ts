import type { Rule } from './rule.ts'

/** A mistake that costs something must be noticed and limited. */
export const costlyMistakeUnplanned: Rule = {
  name: 'costly-mistake-unplanned',
  severity: 'error',
  find: (system) =>
    system.decisions.flatMap((decision) =>
      decision.mistakes
        .filter((mistake) => mistake.cost > 0)
        .flatMap((mistake) => {
          const where = `mistake "${mistake.name}" of decision "${decision.name}"`
          return [
            ...(mistake.noticedBy.length > 0
              ? []
              : [
                  {
                    where,
                    problem: 'Nothing notices it.',
                    fix: 'Name in `noticedBy` the feedback that would show it.',
                  },
                ]),
            ...(mistake.limitedBy.length > 0
              ? []
              : [
                  {
                    where,
                    problem: 'Nothing limits its harm.',
                    fix: 'Name in `limitedBy` a guardrail, a milder experience or a procedure.',
                  },
                ]),
          ]
        }),
    ),
}
