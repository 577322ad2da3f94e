import type { DecisionDocument, GoalDeclaration, Json } from 'holon'

/** What a name in the table of mistakes stands for, if it is the name of something. */
export type Named =
  | { readonly kind: 'guardrail' | 'experience' | 'limit' | 'goal'; readonly name: string }
  | { readonly kind: 'feedback'; readonly name: string; readonly goals: readonly string[] }
  | { readonly kind: 'words'; readonly name: string }

/** Finds what a name stands for: a guardrail, experience or limit of the decision, a goal, or feedback and the goals it is measured by. */
export function namedBy(name: string, decision: DecisionDocument, goals: readonly GoalDeclaration[]): Named {
  if (decision.guardrails.some((one) => one.name === name)) return { kind: 'guardrail', name }
  if (decision.experiences.some((one) => one.name === name)) return { kind: 'experience', name }
  if (decision.limits.some((one) => one.name === name)) return { kind: 'limit', name }
  if (goals.some((one) => one.name === name)) return { kind: 'goal', name }
  if (decision.feedback.every((one) => one.name !== name)) return { kind: 'words', name }
  const measuring = goals.filter(
    ({ measure }) => measure?.decision === decision.name && mentions(measure as unknown as Json, name),
  )
  return { kind: 'feedback', name, goals: measuring.map((one) => one.name) }
}

function mentions(measure: Json, feedback: string): boolean {
  if (measure === null || typeof measure !== 'object') return false
  if (Array.isArray(measure)) return measure.some((one: Json) => mentions(one, feedback))
  const fields = measure as Readonly<Record<string, Json>>
  if (fields.op === 'feedback' && fields.name === feedback) return true
  return Object.values(fields).some((one) => mentions(one, feedback))
}

/** The id of the element that shows a guardrail, an experience or a limit. */
export const anchorOf = (kind: 'guardrail' | 'experience' | 'limit', name: string): string =>
  `${kind}-${name.replace(/[^\p{L}\p{N}]+/gu, '-')}`
