import type { Rule } from './rule.ts'

/** The example of a decision must be a context it accepts. */
export const exampleInvalid: Rule = {
  name: 'example-invalid',
  severity: 'error',
  find: (system) =>
    system.decisions.flatMap((decision) => {
      const result = decision.contextSchema['~standard'].validate(decision.example)
      if (result instanceof Promise || result.issues === undefined) return []
      return [
        {
          where: `example of decision "${decision.name}"`,
          problem: result.issues.map((issue) => issue.message).join('; '),
          fix: 'Give an example that satisfies the context schema.',
        },
      ]
    }),
}
