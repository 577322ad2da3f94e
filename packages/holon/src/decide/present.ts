import type { Filling } from './fill.ts'
import type { Outcome } from './guard.ts'
import type { Plan } from './plan.ts'

/** Stage 6: the words a person meets. Words that cannot be made are left out; the experience stands without them. */
export function present(
  plan: Plan,
  filling: Filling,
  { experience, parameters }: Outcome,
): string | undefined {
  const text = plan.experiences[experience]?.text
  if (text === undefined) return undefined
  const { context, prediction, explanation } = filling
  try {
    return text({ context, prediction, explanation, parameters })
  } catch {
    return undefined
  }
}
