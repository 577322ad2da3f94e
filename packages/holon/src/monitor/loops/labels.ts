import type { LabelStanding, PartlySeen } from '../../spec/loops.ts'
import { runningSelectiveMean, type SelectiveMean } from '../../stats/feedback/selective-mean.ts'
import { wilsonInterval } from '../../stats/interval/wilson.ts'
import type { DecisionPart, FeedbackPart } from '../../system/decision.ts'
import type { System } from '../../system/system.ts'
import { eachInTurns } from './in-turns.ts'
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
  const decisions = await log.decisions(name, feedback.within)
  const seenAfter = new Set<string>()
  const counts = { labelled: 0, positive: 0 }
  await eachInTurns(decisions, log, (one) => {
    const label = labelOf(one, feedback.name)
    if (label === undefined) return
    seenAfter.add(one.experience)
    counts.labelled += 1
    counts.positive += label
  })
  const { labelled, positive } = counts
  const { lower, upper } = wilsonInterval(positive, labelled)
  return {
    ...{ decision: name, feedback: feedback.name, seenAfter: [...seenAfter] },
    decisions: decisions.length,
    labelled,
    naive: labelled === 0 ? null : { value: positive / labelled, interval: [lower, upper] },
    whole: decisions.length === 0 ? nothingYet : await wholeOf(decisions, feedback.name, [...seenAfter], log),
  }
}

const nothingYet: PartlySeen = {
  kind: 'bounds',
  lowest: 0,
  highest: 1,
  assuming: 'nothing',
  because: 'There are no decisions yet.',
}

function labelOf(one: SeenDecision, name: string): number | undefined {
  const value = one.value({ op: 'feedback', name })
  return typeof value === 'boolean' ? Number(value) : undefined
}

async function wholeOf(
  decisions: readonly SeenDecision[],
  name: string,
  seenAfter: readonly string[],
  log: SeenLog,
): Promise<PartlySeen> {
  const running = runningSelectiveMean()
  await eachInTurns(decisions, log, (one) => {
    const label = labelOf(one, name)
    running.take({
      probability: sharesOf(one, seenAfter),
      acted: seenAfter.includes(one.experience),
      ...(label !== undefined && { label }),
    })
  })
  return partlySeen(running.result())
}

function partlySeen(mean: SelectiveMean): PartlySeen {
  if (mean.kind === 'bounds') return mean
  const { value, interval, effectiveSampleSize, method } = mean
  return {
    ...{ kind: 'estimate', value, effectiveSampleSize, method },
    interval: [interval.lower, interval.upper],
  }
}
