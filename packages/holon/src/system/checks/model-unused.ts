import type { Rule } from './rule.ts'

/** A model that no decision reads and no component uses costs upkeep for nothing. */
export const modelUnused: Rule = {
  name: 'model-unused',
  severity: 'warning',
  find: (system) => {
    const used = new Set([
      ...system.components.flatMap((part) => part.uses.map((one) => one.name)),
      ...system.decisions.flatMap((decision) => [
        decision.model?.name,
        ...decision.uses.map((one) => one.name),
      ]),
    ])
    return system.components
      .filter((part) => part.ml && !used.has(part.name))
      .map((part) => ({
        where: `component "${part.name}"`,
        problem: 'It was learned from data and nothing uses it.',
        fix: 'Read it in a decision, list it in `uses` of a component, or remove it.',
      }))
  },
}
