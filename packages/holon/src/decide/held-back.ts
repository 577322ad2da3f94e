import type { Recent, Spent } from '../spec/recent.ts'
import type { ExperiencePart } from '../system/experience.ts'
import type { LimitPart } from '../system/limit.ts'
import type { Plan } from './plan.ts'

/** Whether an experience counts for a limit and is held back by it. What is silent interrupts nobody. */
export const isCovered = (limit: LimitPart, { name, style, forcefulness }: ExperiencePart): boolean =>
  style !== 'silent' &&
  (limit.experience === undefined ? forcefulness >= limit.forcefulness : limit.experience === name)

/** The experiences that limits hold back now, and why; undefined when none. The fallback never is. */
export function heldBack(
  plan: Plan,
  recent: Recent | undefined,
): Readonly<Record<string, Spent>> | undefined {
  const held: Record<string, Spent> = {}
  let any = false
  for (const limit of plan.decision.limits) {
    const why = recent?.spent[limit.name]
    if (why === undefined) continue
    for (const [index, experience] of plan.experiences.entries()) {
      if (index === plan.fallback || !isCovered(limit, experience)) continue
      held[experience.name] = why
      any = true
    }
  }
  return any ? held : undefined
}
