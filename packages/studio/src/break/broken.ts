import type { Fault, GoalDeclaration, SystemDocument } from 'holon'
import { isTouchedAtOnce } from './touched.ts'

/** A model with a fault put in on purpose. */
export interface BrokenModel {
  readonly name: string
  readonly fault: Fault
}

/** Who pays for a broken model. */
export interface Suffering {
  readonly model: BrokenModel
  /** Decisions that ask the model, and what they answer instead. */
  readonly decisions: readonly { readonly name: string; readonly fallback: string }[]
  /** Goals measured on those decisions that change as soon as the model fails. */
  readonly atOnce: readonly GoalDeclaration[]
  /** Goals measured on how people react to those decisions, and all that the others support. */
  readonly inTime: readonly GoalDeclaration[]
}

/** Models that do not work as they should, because someone broke them. */
export function brokenModels(system: SystemDocument): readonly BrokenModel[] {
  return system.components.flatMap(({ name, model }) =>
    model === undefined || model.fault.kind === 'none' ? [] : [{ name, fault: model.fault }],
  )
}

/** A fault as the end of "the model is …". */
export function describeFault(fault: Fault): string {
  if (fault.kind === 'none') return 'works'
  if (fault.kind === 'slow') return `slow by ${fault.milliseconds} ms`
  return fault.kind === 'dead' ? 'dead' : 'talks nonsense'
}

/** Which decisions and goals a broken model touches. */
export function sufferingOf(system: SystemDocument, model: BrokenModel): Suffering {
  const decisions = system.decisions.filter((decision) => decision.model === model.name)
  const names = new Set(decisions.map((decision) => decision.name))
  const measured = system.goals.filter(
    (goal) => goal.measure !== undefined && names.has(goal.measure.decision),
  )
  const atOnce = measured.filter((goal) => goal.measure !== undefined && isTouchedAtOnce(goal.measure))
  const others = measured.filter((goal) => !atOnce.includes(goal))
  return { model, decisions, atOnce, inTime: [...others, ...supportedBy(system.goals, measured)] }
}

function supportedBy(
  goals: readonly GoalDeclaration[],
  from: readonly GoalDeclaration[],
): readonly GoalDeclaration[] {
  const reached = new Set(from.map((goal) => goal.name))
  const above: GoalDeclaration[] = []
  const waiting = [...from]
  for (let goal = waiting.shift(); goal !== undefined; goal = waiting.shift()) {
    for (const link of goal.supports) {
      const next = goals.find((one) => one.name === link.goal)
      if (next === undefined || reached.has(next.name)) continue
      reached.add(next.name)
      above.push(next)
      waiting.push(next)
    }
  }
  return above
}
