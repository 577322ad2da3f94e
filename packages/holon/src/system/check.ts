import type { Finding } from '../spec/api.ts'
import { automateWithoutGuardrail } from './checks/automate-without-guardrail.ts'
import { banditAstray } from './checks/bandit-astray.ts'
import { costlyMistakeUnplanned } from './checks/costly-mistake-unplanned.ts'
import { decisionIncomplete } from './checks/decision-incomplete.ts'
import { exampleInvalid } from './checks/example-invalid.ts'
import { fairnessMeasuresPrivate } from './checks/fairness-measures-private.ts'
import { goalMeasuresPrivate } from './checks/goal-measures-private.ts'
import { goalUnmeasured } from './checks/goal-unmeasured.ts'
import { groupPolicyUnwatched } from './checks/group-policy-unwatched.ts'
import { layerMissing } from './checks/layer-missing.ts'
import { loopUnwatched } from './checks/loop-unwatched.ts'
import { modelGoalUnsupporting } from './checks/model-goal-unsupporting.ts'
import { modelUnused } from './checks/model-unused.ts'
import { organizationWithoutIndicator } from './checks/organization-without-indicator.ts'
import type { Rule } from './checks/rule.ts'
import { variantIdle } from './checks/variant-idle.ts'
import type { System } from './system.ts'

/** Every rule, in the order of their findings. */
const rules: readonly Rule[] = [
  goalUnmeasured,
  goalMeasuresPrivate,
  fairnessMeasuresPrivate,
  groupPolicyUnwatched,
  modelGoalUnsupporting,
  organizationWithoutIndicator,
  layerMissing,
  decisionIncomplete,
  exampleInvalid,
  costlyMistakeUnplanned,
  automateWithoutGuardrail,
  loopUnwatched,
  modelUnused,
  variantIdle,
  banditAstray,
]

/**
 * Looks for what is missing in a declaration. Errors are promises nobody keeps; warnings are doubts.
 *
 * @example
 * ```ts
 * import { check, defineSystem } from 'holon'
 * check(defineSystem('empty', { purpose: 'none', people: [], decisions: [], goals: [] }))
 * ```
 */
export const check = (system: System): readonly Finding[] =>
  rules.flatMap((rule) =>
    rule.find(system).map((found) => ({ rule: rule.name, severity: rule.severity, ...found })),
  )
