import type { DecisionPart } from '../../system/decision.ts'
import type { Saying } from '../story.ts'
import type { Rule } from './rule.ts'

/** Whatever a broken model does, the fallback is met, unless a guardrail or a ladder says otherwise, and in time. */
export const fallback = (): Rule => ({
  name: 'a broken model leads to the fallback, in time',
  answered: ({ told: { record }, part, request, crowd, took, patience }) => {
    if (request !== undefined && took > patience + 1e-6) return `${took} ms, longer than ${patience} ms`
    if (request?.model === undefined || crowd > 1 || record.step !== undefined) return undefined
    if (!isBroken(part, request.model)) return undefined
    return record.degraded && record.wanted === part.fallback
      ? undefined
      : `"${record.wanted}" was chosen of what the model said`
  },
})

function isBroken({ model }: DecisionPart, saying: Saying): boolean {
  if (model === undefined) return false
  if ('hangs' in saying || 'throws' in saying) return true
  return (saying.after ?? 0) > model.deadline || !model.predicts.read(saying.says).ok
}
