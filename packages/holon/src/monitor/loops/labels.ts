import type { LabelStanding, PartlySeen } from '../../spec/loops.ts'
import { type SelectiveMean, selectiveMean } from '../../stats/feedback/selective-mean.ts'
import { wilsonInterval } from '../../stats/interval/wilson.ts'
import type { DecisionPart, FeedbackPart } from '../../system/decision.ts'
import type { System } from '../../system/system.ts'
import { mapInTurns } from './in-turns.ts'
import type { SeenDecision, SeenLog } from './log.ts'
import { sharesOf } from './row.ts'

/** What is known of every yes-or-no label over all decisions, beside the mean of those that came back. */
export async function labelsOf(system: System, log: SeenLog): Promise<readonly LabelStanding[]> {
  const labels: LabelStanding[] = []
  for (const decision of system.decisions)
    for (const feedback of decision.feedbackParts.filter(isYesOrNo))
      labels.push(await standing(decision, feedback, log))
  return labels
}

const isYesOrNo = ({ dataClass, valueSchema }: FeedbackPart): boolean =>
  dataClass === 'public' && valueSchema.type === 'boolean'

async function standing(
  { name }: DecisionPart,
  feedback: FeedbackPart,
  log: SeenLog,
): Promise<LabelStanding> {
  const rows = await mapInTurns(await log.decisions(name, feedback.within), log, (one) => ({
    one,
    label: labelOf(one, feedback.name),
  }))
  await log.rest()
  const labelled = rows.filter(({ label }) => label !== undefined)
  const seenAfter = [...new Set(labelled.map(({ one }) => one.experience))]
  const positive = labelled.filter(({ label }) => label === 1).length
  const { lower, upper } = wilsonInterval(positive, labelled.length)
  return {
    ...{ decision: name, feedback: feedback.name, seenAfter },
    decisions: rows.length,
    labelled: labelled.length,
    naive: labelled.length === 0 ? null : { value: positive / labelled.length, interval: [lower, upper] },
    whole: wholeOf(rows, seenAfter),
  }
}

function labelOf(one: SeenDecision, name: string): number | undefined {
  const value = one.value({ op: 'feedback', name })
  return typeof value === 'boolean' ? Number(value) : undefined
}

function wholeOf(
  rows: readonly { readonly one: SeenDecision; readonly label: number | undefined }[],
  seenAfter: readonly string[],
): PartlySeen {
  if (rows.length === 0) {
    return {
      kind: 'bounds',
      lowest: 0,
      highest: 1,
      assuming: 'nothing',
      because: 'There are no decisions yet.',
    }
  }
  return partlySeen(
    selectiveMean(
      rows.map(({ one, label }) => ({
        probability: sharesOf(one, seenAfter),
        acted: seenAfter.includes(one.experience),
        ...(label !== undefined && { label }),
      })),
    ),
  )
}

function partlySeen(mean: SelectiveMean): PartlySeen {
  if (mean.kind === 'bounds') return mean
  const { value, interval, effectiveSampleSize, method } = mean
  return {
    ...{ kind: 'estimate', value, effectiveSampleSize, method },
    interval: [interval.lower, interval.upper],
  }
}
