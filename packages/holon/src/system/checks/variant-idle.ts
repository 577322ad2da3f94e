import type { DecisionPart } from '../decision.ts'
import type { VariantPart } from '../variant.ts'
import type { Rule } from './rule.ts'

/** A variant that changes nothing anybody meets makes a flight that can find nothing. */
export const variantIdle: Rule = {
  name: 'variant-idle',
  severity: 'error',
  find: (system) =>
    system.decisions.flatMap((decision) =>
      decision.variants.flatMap((variant) => {
        const found = idleIn(decision, variant)
        return found === undefined
          ? []
          : [{ where: `variant "${variant.name}" of "${decision.name}"`, ...found }]
      }),
    ),
}

function idleIn(
  { experiences }: DecisionPart,
  { policy, experiences: changes }: VariantPart,
): { readonly problem: string; readonly fix: string } | undefined {
  const changed = Object.entries(changes).filter(([, change]) => Object.keys(change).length > 0)
  if (policy === undefined && changed.length === 0) {
    return {
      problem: 'It changes nothing.',
      fix: 'Give it another policy or other experiences, or leave it out.',
    }
  }
  const unfilled = experiences.find(
    ({ name, parameters }) => changes[name]?.fill !== undefined && parameters === undefined,
  )
  if (unfilled === undefined) return undefined
  return {
    problem: `It fills in parameters of "${unfilled.name}", which declares none.`,
    fix: 'Declare the schema of the parameters with the experience.',
  }
}
