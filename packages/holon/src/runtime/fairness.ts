import { type Ask, fairnessReport } from '../measure/fairness/report.ts'
import type { FairnessDocument } from '../spec/fairness.ts'
import type { FairnessOptions } from '../spec/running.ts'
import type { Inside } from './inside.ts'
import { planNamed } from './plan-named.ts'
import { queryOf } from './query.ts'

/** What the declarations about a decision point look at, by group, as it is now. */
export async function measureFairness(
  inside: Inside,
  name: string,
  options: FairnessOptions = {},
): Promise<FairnessDocument> {
  const { decision } = planNamed(inside, name)
  await inside.projector.fresh()
  const ask: Ask = (measure, slice) =>
    inside.ports.warehouse.answer({
      ...queryOf(inside, decision, measure, options),
      ...(slice !== undefined && { slice }),
    })
  const experiences = decision.experiences.map((one) => one.name)
  const declared = inside.system.fairness.filter((one) => one.decision === name)
  return {
    decision: name,
    reports: await Promise.all(declared.map((one) => fairnessReport(one, experiences, ask))),
  }
}
