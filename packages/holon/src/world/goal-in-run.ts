import type { GoalNamed, ValueKind } from '../spec/simulated-comparison.ts'
import type { SimulatedGoal, SimulationDocument } from '../spec/simulation.ts'

/** A goal by its name. */
export const goalIn = (run: SimulationDocument, name: string): SimulatedGoal | undefined =>
  run.goals.find((goal) => goal.name === name)

/** What is true where all of the runs know it, else what was measured. */
export const kindOf = (goals: readonly (SimulatedGoal | undefined)[]): ValueKind =>
  goals.length > 0 && goals.every((goal) => goal?.truth != null) ? 'truth' : 'measured'

/** The value of that kind. */
export const valueIn = (
  kind: ValueKind,
  of: { readonly value: number | null; readonly truth: number | null } | undefined,
): number | null => (kind === 'truth' ? of?.truth : of?.value) ?? null

/** What a goal is called and where it should be. */
export const named = ({ name, layer, unit, target }: SimulatedGoal): GoalNamed => ({
  name,
  layer,
  unit,
  target,
})
